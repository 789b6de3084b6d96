import { SlashCommandBuilder } from "@discordjs/builders";
import type { Choice, Context, SlashCommand } from "../src/bot/command.ts";
import { quotesFor, type QuoteQuestion, type QuotesAnswer } from "../src/lookup/quotes.ts";
import { fold } from "../src/story/fold.ts";
import { entry, type Quote, type Story } from "../src/story/story.ts";
import { cardView, textOfCard } from "../src/view/card.ts";
import { customId } from "../src/view/customId.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import { plain, typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import { missView } from "../src/view/miss.ts";
import { cardId, noQuoteView, quoteView, type QuotePlace } from "../src/view/quote.ts";
import { everywhere } from "./definition.ts";

const NEAR_PEOPLE = 10;
/** With a person's id it still fits a custom id. */
const LONGEST_ABOUT = 40;

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("quote")
    .setNameLocalizations({ fr: "citation" })
    .setDescription("Somebody’s exact words, when and where they were said, and the proof")
    .setDescriptionLocalizations({
      fr: "Les mots exacts de quelqu’un, quand et où ils ont été dits, et la preuve",
    })
    .addStringOption((option) =>
      option
        .setName("person")
        .setNameLocalizations({ fr: "personne" })
        .setDescription("Whose words, in any spelling; anybody’s when left out")
        .setDescriptionLocalizations({ fr: "De qui, quelle que soit l’orthographe ; de n’importe qui sinon" })
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName("about")
        .setNameLocalizations({ fr: "sujet" })
        .setDescription("What the words are about: a word or two")
        .setDescriptionLocalizations({ fr: "De quoi parlent les mots : un mot ou deux" })
        .setAutocomplete(true),
    ),
);

/** `/quote person:Altman about:microsoft`: words that were said, with their proof. */
export const quote: SlashCommand = {
  definition,

  async answer({ options: { person, about } }, context) {
    if (person === undefined && about === undefined) return randomQuote(context);
    const id = person === undefined ? null : context.lookups.people.resolve(person);
    if (person !== undefined && id === null) return missedPerson(person, context);
    return quoteReply({ person: id, about: about === undefined ? null : tamed(about) }, 0, context);
  },

  complete({ option, typed: text, options }, context) {
    return option === "about" ? aboutChoices(text, options.person, context) : personChoices(text, context);
  },

  async press({ action, details, picked }, context) {
    const { story, people } = context.lookups;
    if (action === "random") return randomQuote(context);
    if (action === "one" || action === "open") {
      const one = story.quotes.get((action === "open" ? picked[0] : details[0]) ?? "");
      return one ? oneQuote(one, story) : null;
    }
    if (action === "card") {
      const [id = "", ...back] = details;
      const one = story.quotes.get(id);
      return one ? cardReply(one, back, context) : null;
    }
    if (action === "of") {
      const person = people.resolve(picked[0] ?? "");
      return person ? quoteReply({ person, about: null }, 0, context) : null;
    }
    const [id = "", at = "0", about = ""] = details;
    const index = Math.max(0, Number.parseInt(at, 10) || 0);
    if (action === "event") return story.events.has(id) ? eventQuote(id, index, context) : null;
    if (action !== "turn" && action !== "doubt") return null;
    if (id !== "" && !story.people.has(id)) return null;
    const question = { person: id === "" ? null : id, about: about === "" ? null : tamed(about) };
    return action === "turn" ? quoteReply(question, index, context) : doubtfulReply(question, index, context);
  },
};

async function ask(question: QuoteQuestion, context: Context): Promise<QuotesAnswer> {
  return context.cached(["quote", question.person, question.about], () =>
    quotesFor(question, context.lookups),
  );
}

async function quoteReply(question: QuoteQuestion, index: number, context: Context): Promise<Reply> {
  const { story } = context.lookups;
  const { quotes, doubtful } = await ask(question, context);
  const id = quotes[index % quotes.length];
  const place: QuotePlace = {
    question,
    index: index % Math.max(1, quotes.length),
    all: quotes.length,
    doubtful: doubtful.length,
  };
  // Asked for by their very words, doubtful ones are named as such rather than passed over.
  if (id === undefined && doubtful.length > 0 && question.about !== null)
    return doubtfulReply(question, 0, context);
  if (id === undefined) return nobodysWords(place, context);
  return placedQuote(entry(story.quotes, id), place, "turn", story);
}

async function doubtfulReply(question: QuoteQuestion, index: number, context: Context): Promise<Reply> {
  const { story } = context.lookups;
  const { doubtful } = await ask(question, context);
  const id = doubtful[index % Math.max(1, doubtful.length)];
  const place: QuotePlace = { question, index, all: doubtful.length, doubtful: doubtful.length };
  if (id === undefined) return nobodysWords(place, context);
  return placedQuote(entry(story.quotes, id), place, "doubt", story);
}

function placedQuote(shown: Quote, place: QuotePlace, action: "turn" | "doubt", story: Story): Reply {
  const { person, about } = place.question;
  return {
    visibility: "public",
    show: (voice) => quoteView(shown, place, story, voice),
    again: customId("quote", action, person ?? "", place.index, about ?? ""),
  };
}

function oneQuote(shown: Quote, story: Story): Reply {
  return {
    visibility: "public",
    show: (voice) => quoteView(shown, null, story, voice),
    again: customId("quote", "one", shown.id),
  };
}

/** Rejected words stay text: a picture would travel without their warning. */
function cardReply(shown: Quote, back: readonly string[], { lookups: { story }, pictures }: Context): Reply {
  if (shown.kind === "rejected") return oneQuote(shown, story);
  const text = textOfCard(shown, back);
  return {
    visibility: "public",
    picture: (voice) => pictures.quote(shown, voice),
    show: (voice, picture) => cardView(shown, text, story, voice, picture ?? null),
    again: cardId(shown, text),
  };
}

async function eventQuote(
  event: string,
  index: number,
  { lookups: { story } }: Context,
): Promise<Reply | null> {
  const quotes = (story.quotesOfEvent.get(event) ?? []).filter(({ kind }) => kind !== "rejected");
  const at = index % Math.max(1, quotes.length);
  const shown = quotes[at];
  if (!shown) return null;
  const place: QuotePlace = {
    question: { person: null, about: null },
    event,
    index: at,
    all: quotes.length,
    doubtful: 0,
  };
  return {
    visibility: "public",
    show: (voice) => quoteView(shown, place, story, voice),
    again: customId("quote", "event", event, at),
  };
}

function randomQuote({ lookups: { story }, random }: Context): Reply {
  const quotes = [...story.quotes.values()].filter(({ kind }) => kind === "verbatim");
  const shown = quotes[Math.floor(random() * quotes.length)];
  if (!shown)
    return {
      visibility: "private",
      show: (voice) => noQuoteView(voice.words.quote.nobodyAbout("…"), null, voice),
    };
  return oneQuote(shown, story);
}

function nobodysWords(place: QuotePlace, { lookups: { story } }: Context): Reply {
  const { person, about } = place.question;
  return {
    visibility: "private",
    show: (voice) => {
      const { quote: words } = voice.words;
      const name = person === null ? null : plain(entry(story.people, person).name[voice.language]);
      const text =
        name === null
          ? words.nobodyAbout(typed(about ?? ""))
          : about === null
            ? words.none(name)
            : words.noneAbout(name, typed(about));
      return noQuoteView(text, place.doubtful > 0 ? place : null, voice);
    },
  };
}

function missedPerson(text: string, { lookups: { people, story } }: Context): Reply {
  const near = people.nearest(text, NEAR_PEOPLE);
  const ids = near.length > 0 ? near : people.nearest("", NEAR_PEOPLE);
  return {
    visibility: "private",
    show: (voice) =>
      missView(
        voice.words.miss.person(typed(text)),
        {
          customId: customId("quote", "of"),
          options: ids.map((id) => ({ label: entry(story.people, id).name[voice.language], value: id })),
        },
        voice,
      ),
  };
}

/** People who have words in the story before those who have none. */
function personChoices(text: string, { lookups: { people, story }, language }: Context) {
  const hasWords = (id: string) => Number(story.quotesOfPerson.has(id));
  const ids = people.nearest(text, story.people.size).toSorted((a, b) => hasWords(b) - hasWords(a));
  return ids.slice(0, LIMITS.choices).map((id) => ({
    name: clip(entry(story.people, id).name[language], LIMITS.choiceText),
    value: id,
  }));
}

/** The words themselves, as far as they fit, of the person already chosen. */
function aboutChoices(text: string, person: string | undefined, { lookups, language }: Context) {
  const { story, people, quotes } = lookups;
  const speaker = person === undefined ? null : people.resolve(person);
  const choices = new Map<string, Choice>();
  for (const id of quotes.nearest(text, story.quotes.size)) {
    const one = entry(story.quotes, id);
    if (speaker !== null && one.speaker !== speaker) continue;
    const words = one.translations.find(({ lang }) => lang === language)?.text ?? one.words;
    const name = clip(words.replace(/\s+/g, " "), LIMITS.choiceText);
    // The words and their translation by the press may read the same in the member's language.
    if (!choices.has(name)) choices.set(name, { name, value: tamed(one.words) });
    if (choices.size === LIMITS.choices) break;
  }
  return [...choices.values()];
}

/** Words to look for, in a form that a custom id can hold. */
function tamed(about: string): string {
  return fold(about).slice(0, LONGEST_ABOUT).trim();
}
