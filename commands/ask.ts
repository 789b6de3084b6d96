import { SlashCommandBuilder } from "@discordjs/builders";
import type { Context, SlashCommand } from "../src/bot/command.ts";
import { ask as lookUp, type AskAnswer } from "../src/lookup/ask/ask.ts";
import { LONGEST_QUESTION } from "../src/lookup/ask/words.ts";
import { withoutMarks } from "../src/lookup/withoutMarks.ts";
import { entryKey, readEntryKey, titleOf, type EntryRef } from "../src/story/entryRef.ts";
import { askedEntryView, askView } from "../src/view/ask.ts";
import { customId, readPlace } from "../src/view/customId.ts";
import { daysId, fitsId } from "../src/view/dayState.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import type { Reply } from "../src/view/message.ts";
import { everywhere } from "./definition.ts";

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("ask")
    .setNameLocalizations({ fr: "demander" })
    .setDescription("Ask the story in your own words: who, when, why, how many, who said what")
    .setDescriptionLocalizations({
      fr: "Interrogez l’histoire avec vos mots : qui, quand, pourquoi, combien, qui a dit quoi",
    })
    .addStringOption((option) =>
      option
        .setName("question")
        .setDescription("Your question, in French or English; spelling does not matter")
        .setDescriptionLocalizations({
          fr: "Votre question, en français ou en anglais ; l’orthographe importe peu",
        })
        .setMaxLength(LONGEST_QUESTION)
        .setRequired(true)
        .setAutocomplete(true),
    ),
);

/** `/ask question:pourquoi Altman a été viré ?`: the entry that answers, with its sources, or an honest no. */
export const ask: SlashCommand = {
  definition,

  async answer({ options: { question: typed = "" } }, context) {
    // Of what holds nothing else, the marks are shown back.
    const question = withoutMarks(typed) || typed;
    const answer = await found(question, context);
    const { story } = context.lookups;
    const again = againOf(answer);
    return {
      visibility: answer.best || answer.days ? "public" : "private",
      show: (voice) => askView(question, answer, story, voice),
      ...(again !== null && { again, againInOtherWords: true }),
    };
  },

  /** What the story itself asks, in the member's language. */
  complete({ typed }, { lookups: { questions, story }, language }) {
    return questions.nearest(typed, LIMITS.choices).flatMap((key) => {
      const ref = readEntryKey(key, story);
      const question = ref && clip(titleOf(ref, story)[language], LIMITS.choiceText);
      return question === null ? [] : [{ name: question, value: question }];
    });
  },

  async press({ action, details, picked }, context) {
    const key = action === "open" ? (picked[0] ?? "") : details.join(":");
    const ref = readEntryKey(key, context.lookups.story);
    if (ref === null || !["open", "show", "sources"].includes(action)) return null;
    return entryReply(ref, action === "sources" ? readPlace(details[2]) : null, context);
  },
};

async function found(question: string, context: Context): Promise<AskAnswer> {
  const { lookups, language, zone } = context;
  const asked = question.slice(0, LONGEST_QUESTION);
  await lookups.prepared();
  return context.cached(["ask", asked], () => lookUp(asked, language, lookups, zone));
}

/** An entry opened from a menu; what is near it is what its own title would find. */
async function entryReply(ref: EntryRef, sourcesPage: number | null, context: Context): Promise<Reply> {
  const { story } = context.lookups;
  const answer = await found(titleOf(ref, story)[context.language], context);
  const near = [answer.best, ...answer.near].filter(
    (other) => other !== null && entryKey(other) !== entryKey(ref),
  ) as EntryRef[];
  return {
    visibility: "public",
    show: (voice) => askedEntryView(ref, { near, sourcesPage }, story, voice),
    again:
      sourcesPage === null
        ? customId("ask", "show", ref.type, ref.id)
        : customId("ask", "sources", ref.type, ref.id, sourcesPage),
  };
}

/** The custom id that shows the same entry or days, without what of them answers the question; null for an honest no. */
function againOf({ best, days, ranges }: AskAnswer): string | null {
  if (days && ranges) {
    const part = days[0]?.part;
    const question = { ranges, ...(part && { part }) };
    return fitsId(question) ? daysId(question, "short") : null;
  }
  return best && customId("ask", "show", best.type, best.id);
}
