/** Measures text: its width in pixels in a font. */
export type Ruler = (text: string, font: string) => number;

/** The bundled family, and the one that has the letters which the first lacks (ł, ő, ș). */
export const FAMILY = "Feuilleton";
export const FAMILY_EXTENDED = "Feuilleton Extended";

export type Weight = 400 | 600 | 700;

/** A font of the bundled family, for canvas and ruler; `size` in pixels. */
export function font(weight: Weight, size: number, style: "normal" | "italic" = "normal"): string {
  return `${style} ${weight} ${size}px "${FAMILY}", "${FAMILY_EXTENDED}"`;
}

/** A ruler that measures nothing twice, for a layout that is tried several times. */
export function remembering(ruler: Ruler): Ruler {
  const widths = new Map<string, number>();
  return (text, textFont) => {
    const key = `${textFont}\n${text}`;
    const width = widths.get(key) ?? ruler(text, textFont);
    widths.set(key, width);
    return width;
  };
}

/** Breaks a text into as few lines as the width allows, and these into nearly equal ones. */
export function wrap(text: string, textFont: string, width: number, ruler: Ruler): string[] {
  const pieces = piecesOf(text, textFont, width, ruler);
  const fewest = filled(pieces, width).length;
  if (fewest === 1) return filled(pieces, width);
  let [low, high] = [0, width];
  while (high - low > 2) {
    const middle = (low + high) / 2;
    if (filled(pieces, middle).length === fewest && widest(pieces) <= middle) high = middle;
    else low = middle;
  }
  return filled(pieces, high);
}

/** What is never parted, with its own width and that with the space after it. */
interface Piece {
  text: string;
  width: number;
  spaced: number;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Words, parted at ordinary spaces and after hyphens; a no-break space holds. What is wider than a line is cut. */
function piecesOf(text: string, textFont: string, width: number, ruler: Ruler): Piece[] {
  return text
    .split(/(?<=[ \n]+)(?![ \n])|(?<=[\p{L}\p{N}][-–—/])(?=\p{L})/u)
    .flatMap((word) =>
      ruler(word.trimEnd(), textFont) <= width ? [word] : cut(word, (part) => ruler(part, textFont) <= width),
    )
    .map((word) => ({
      text: word.replaceAll("\n", " "),
      width: ruler(trimmed(word), textFont),
      spaced: ruler(word.replaceAll("\n", " "), textFont),
    }));
}

function cut(word: string, fits: (part: string) => boolean): string[] {
  const parts = [""];
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.length - 1;
    const longer = `${parts[last]}${segment}`;
    if (fits(longer) || parts[last] === "") parts[last] = longer;
    else parts.push(segment);
  }
  return parts;
}

function filled(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of pieces) {
    if (line !== "" && used + piece.width > width) {
      lines.push(trimmed(line));
      line = "";
      used = 0;
    }
    line += piece.text;
    used += piece.spaced;
  }
  lines.push(trimmed(line));
  return lines;
}

function widest(pieces: readonly Piece[]): number {
  return Math.max(...pieces.map(({ width }) => width));
}

/** Without the ordinary spaces at its end; a no-break space belongs to the text. */
function trimmed(text: string): string {
  return text.replace(/[ \n]+$/, "");
}
