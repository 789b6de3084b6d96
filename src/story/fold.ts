const LIGATURES: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l" };

/** In which texts are folded, each over the one before: most are short, and a new buffer costs as much as folding one. */
const ROOM = Buffer.alloc(256);

/**
 * The form in which names and words are compared: lower-case letters and digits, without accents,
 * words separated by one space. `L’Élysée !` becomes `l elysee`.
 */
export function fold(text: string): string {
  const folded = text.length <= ROOM.length ? ROOM : Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let n = 0; n < text.length; n += 1) {
    const letter = foldedLetter(text.charCodeAt(n));
    if (letter === BY_RULES) return foldByRules(text);
    // Words are parted by one space, and none stands at the start.
    if (letter === SPACE && (length === 0 || folded[length - 1] === SPACE)) continue;
    folded[length] = letter;
    length += 1;
  }
  return folded.toString("latin1", 0, folded[length - 1] === SPACE ? length - 1 : length);
}

function foldByRules(text: string): string {
  return (
    text
      .normalize("NFKD")
      // Only then: "™" becomes capitals.
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[œæßøđł]/g, (letter) => LIGATURES[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

export const SPACE = 0x20;
/** Marks a character that becomes more than one ASCII letter, digit or space. */
export const BY_RULES = 0;

/**
 * What each character becomes, up to Latin Extended-A, which writes the languages of Western Europe: looking
 * it up is four times as fast as the rules, and a look-up folds what is typed at every keystroke.
 */
const LATIN = Uint8Array.from({ length: 0x180 }, (_, code) => {
  const folded = foldByRules(`x${String.fromCharCode(code)}x`).slice(1, -1);
  return /^[a-z0-9 ]$/.test(folded) ? folded.charCodeAt(0) : BY_RULES;
});

/** The ASCII letter, digit or `SPACE` that a UTF-16 unit becomes; or `BY_RULES`, and then only `fold` folds the text. */
export function foldedLetter(code: number): number {
  // General Punctuation: dashes, quotation marks, spaces.
  return LATIN[code] ?? (code >= 0x2000 && code <= 0x206f ? SPACE : BY_RULES);
}
