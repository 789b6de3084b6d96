import { SlashCommandBuilder } from "@discordjs/builders";
import type { Context, SlashCommand } from "../src/bot/command.ts";
import {
  quotesFor,
  quotesOfEvent,
  tamed,
  type QuoteQuestion,
  type QuotesAnswer,
} from "../src/lookup/quotes.ts";
import { entry, type Quote, type Story } from "../src/story/story.ts";
import { cardView, textOfCard } from "../src/view/card.ts";
import { customId, readPlace } from "../src/view/customId.ts";
import { plain, typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import {
  cardId,
  hasCard,
  isKnown,
  noQuoteView,
  quoteView,
  type Instead,
  type QuotePlace,
} from "../src/view/quote.ts";
import { everywhere } from "./definition.ts";
import { missedPerson } from "./missedPerson.ts";
import { aboutChoices, personChoices } from "./quoteChoices.ts";

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
        .setDescriptionLocalizations({ fr: "De qui, quelle que soit l’orthographe ; de n’importe qui sinon" })
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName("about")
        .setNameLocalizations({ fr: "sujet" })
        .setDescription("What the words are about: a word or two")
        .setDescriptionLocalizations({ fr: "De quoi parlent les mots : un mot ou deux" })
        .setAutocomplete(true),
    ),
);

/** `/quote person:Altman about:microsoft`: words that were said, with their proof. */
export const quote: SlashCommand = {
  definition,

  async answer({ options: { person, about } }, context) {
    if (person === undefined && about === undefined) return randomQuote(context);
    const id = person === undefined ? null : context.lookups.people.resolve(person);
    if (person !== undefined && id === null) return missedPerson(person, customId("quote", "of"), context);
    const question = { person: id, about: about === undefined ? null : tamed(about) };
    return quoteReply(question, 0, context, about);
  },

  complete({ option, typed: text, options }, context) {
    return option === "about" ? aboutChoices(text, options.person, context) : personChoices(text, context);
  },

  async press({ action, details, picked }, context) {
    const { story, people } = context.lookups;
    if (action === "random") return randomQuote(context, details[0]);
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
      const [about = ""] = details;
      const question = { person, about: about === "" ? null : tamed(about) };
      return person ? quoteReply(question, 0, context) : null;
    }
    const [id = "", at, about = ""] = details;
    const index = readPlace(at);
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

/** `about` as it was typed, where it was. */
async function quoteReply(
  question: QuoteQuestion,
  index: number,
  context: Context,
  about = question.about,
): Promise<Reply> {
  const { story } = context.lookups;
  const { quotes, doubtful } = await ask(question, context);
  const id = quotes[index % quotes.length];
  const place: QuotePlace = {
    question,
    index: index % Math.max(1, quotes.length),
    all: quotes.length,
    beside: doubtful.length,
  };
  // Asked for by their very words, doubtful ones are named as such rather than passed over.
  if (id === undefined && doubtful.length > 0 && question.about !== null)
    return doubtfulReply(question, 0, context);
  if (id === undefined) return nobodysWords(question, doubtful.length > 0 ? place : null, about, context);
  return placedQuote(entry(story.quotes, id), place, "turn", story);
}

async function doubtfulReply(question: QuoteQuestion, index: number, context: Context): Promise<Reply> {
  const { story } = context.lookups;
  const { quotes, doubtful } = await ask(question, context);
  const at = index % Math.max(1, doubtful.length);
  const id = doubtful[at];
  const place: QuotePlace = { question, index: at, all: doubtful.length, beside: quotes.length };
  if (id === undefined) return nobodysWords(question, null, question.about, context);
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

/**
 * Who has a role in an organisation and is known to have said something: the hosts of a podcast speak, the podcast
 * does not.
 */
function membersWithWords(organisation: string, { people, quotesOfPerson }: Story): string[] {
  const hasWords = (id: string) => quotesOfPerson.get(id)?.some(isKnown);
  return [...people.values()]
    .filter(({ id, roles }) => hasWords(id) && roles.some((role) => role.organisation === organisation))
    .map(({ id }) => id);
}

function oneQuote(shown: Quote, story: Story): Reply {
  return {
    visibility: "public",
    show: (voice) => quoteView(shown, null, story, voice),
    again: customId("quote", "one", shown.id),
  };
}

/** Words that may not be the speaker’s own stay text: a picture would travel without their warning. */
function cardReply(shown: Quote, back: readonly string[], { lookups: { story }, pictures }: Context): Reply {
  if (!hasCard(shown)) return oneQuote(shown, story);
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
  const quotes = quotesOfEvent(event, story);
  const at = index % Math.max(1, quotes.length);
  const shown = quotes[at];
  if (!shown) return null;
  const place: QuotePlace = {
    question: { person: null, about: null },
    event,
    index: at,
    all: quotes.length,
    beside: 0,
  };
  return {
    visibility: "public",
    show: (voice) => quoteView(shown, place, story, voice),
    again: customId("quote", "event", event, at),
  };
}

/** Exact words of anybody, or of anybody but one speaker. */
function randomQuote({ lookups: { story }, random }: Context, but?: string): Reply {
  const quotes = [...story.quotes.values()].filter(
    ({ kind, speaker }) => kind === "verbatim" && speaker !== but,
  );
  const shown = quotes[Math.floor(random() * quotes.length)];
  if (!shown)
    return {
      visibility: "private",
      show: (voice) => noQuoteView(voice.words.quote.nobodyAbout("…"), {}, story, voice),
    };
  return oneQuote(shown, story);
}

/** `about` as it was typed, where it was. */
async function nobodysWords(
  question: QuoteQuestion,
  doubtful: QuotePlace | null,
  about: string | null,
  context: Context,
): Promise<Reply> {
  const { story } = context.lookups;
  const { person } = question;
  const others = person === null || about === null ? 0 : await countOf({ person, about: null }, context);
  const instead: Instead = {
    ...(doubtful && { doubtful }),
    ...(person !== null && { members: await membersInstead(person, question.about, context) }),
    ...(person !== null && others > 0 && { others: { person, count: others } }),
  };
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
      return noQuoteView(text, instead, story, voice);
    },
  };
}

/** The members of an organisation with words about the same, or else with any. */
async function membersInstead(organisation: string, about: string | null, context: Context) {
  const ids = membersWithWords(organisation, context.lookups.story);
  if (about === null) return { ids, about };
  const counts = await Promise.all(ids.map((person) => countOf({ person, about }, context)));
  const fitting = ids.filter((_, n) => (counts[n] ?? 0) > 0);
  return fitting.length > 0 ? { ids: fitting, about } : { ids, about: null };
}

async function countOf(question: QuoteQuestion, context: Context): Promise<number> {
  return (await ask(question, context)).quotes.length;
}
