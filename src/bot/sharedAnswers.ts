import QuickLRU from "quick-lru";

/** Answers that were computed for any server: they are of the story, a language and a zone, and of no server. */
export interface SharedAnswers {
  /** The answer to a question that names all that it depends on, computed where it is not known. */
  of<Answer>(question: readonly (string | null)[], compute: () => Answer): Answer;
}

/** QuickLRU keeps up to twice as many. Those that were not asked for lately go first. */
const MOST_ANSWERS = 500;

/**
 * So that a server's first question costs no more than it must. What each server has asked is kept apart from this,
 * in its own look-ups.
 */
export function createSharedAnswers(most = MOST_ANSWERS): SharedAnswers {
  const known = new QuickLRU<string, { answer: unknown }>({ maxSize: most });
  return {
    of<Answer>(question: readonly (string | null)[], compute: () => Answer) {
      const key = JSON.stringify(question);
      const found = known.get(key) ?? { answer: compute() };
      known.set(key, found);
      // What is found under a key was computed for the same question.
      return found.answer as Answer;
    },
  };
}
