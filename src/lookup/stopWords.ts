/** Words that stand in any title or question, folded: they say nothing of what is looked for. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "le la les l un une d de du des et en a au aux ce cette ces c s est ont qu que qui quoi quel quelle quand " +
    "comment pourquoi pk dans par pour sur avec ou " +
    "the an of to in on at by for with and or is was are were did does what when who why how which t"
  ).split(" "),
);

const LONGEST_STOP_WORD = Math.max(...[...STOP_WORDS].map(({ length }) => length));

/** The words of a folded text that say something; all of them where none does. */
export function tellingWords(folded: string): string[] {
  const words = folded === "" ? [] : folded.split(" ");
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

/** Whether a folded word says something of what is looked for. */
function isTelling(word: string): boolean {
  return word.length > LONGEST_STOP_WORD || !STOP_WORDS.has(word);
}
