import type { Account } from "../../story/schema.ts";
import type { AskIndex } from "./askIndex.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import type { Question } from "./understand.ts";
import { wordsOf } from "./words.ts";

/** The accounts of an entry, those first that speak of what a question is about; as places in its list. */
export function tellingAccounts(ref: EntryRef, question: Question, index: AskIndex): number[] {
  const scored = accountsOf(ref, index).map(({ says }, place) => {
    const told = new Set(
      (["fr", "en"] as const).flatMap((language) =>
        index.lexicon.concepts(wordsOf(says[language]), language),
      ),
    );
    const shared = question.concepts.filter((concept) => told.has(concept));
    return { place, shared: shared.reduce((sum, concept) => sum + index.weightOf(concept), 0) };
  });
  return scored.toSorted((a, b) => b.shared - a.shared || a.place - b.place).map(({ place }) => place);
}

function accountsOf({ type, id }: EntryRef, { story }: AskIndex): readonly Account[] {
  if (type === "event") return story.events.get(id)?.accounts ?? [];
  if (type === "topic") return story.topics.get(id)?.accounts ?? [];
  if (type === "dispute") return story.disputes.get(id)?.accounts ?? [];
  return type === "person" ? (story.people.get(id)?.accounts ?? []) : [];
}
