import type { Card } from "./card.ts";
import { LONGEST_DESCRIPTION } from "./description.ts";
import { INK, MUTED, QUOTE, QUOTE_TINT } from "./palette.ts";
import { font, remembering, wrap, type Ruler } from "./ruler.ts";
import type { Item, Sheet } from "./sheet.ts";

/** Pixels; a phone shows the width at a third, so that nothing is set in less than 30. */
const WIDTH = 1080;
const MARGIN = 76;
const COLUMN = WIDTH - 2 * MARGIN;
/** A card no taller than this is seen whole on a phone, with the message around it. */
const TALLEST = 1350;

/** Sizes of the words and of what stands below them, largest first: the first that keeps a card low is taken. */
const SIZES: readonly (readonly [words: number, others: number])[] = [
  [68, 42],
  [60, 40],
  [54, 38],
  [48, 36],
  [44, 34],
  [40, 32],
];

const FONTS = {
  mark: font(700, 300),
  kind: font(600, 32),
  label: font(400, 32),
  speaker: font(700, 46),
  circumstances: font(400, 34),
  source: font(400, 32),
};

/** Lays out the card of a quote, whole, in the largest letters that it has room for, and says the same. */
export function cardSheet(card: Card, ruler: Ruler): { sheet: Sheet; description: string } {
  const measured = remembering(ruler);
  let sheet: Sheet | undefined;
  for (const sizes of SIZES) {
    sheet = layOut(card, sizes, measured);
    if (sheet.height <= TALLEST) break;
  }
  if (!sheet) throw new Error("a card needs a size");
  return { sheet, description: spoken(card) };
}

function layOut(card: Card, [wordsSize, othersSize]: readonly [number, number], ruler: Ruler): Sheet {
  const items: Item[] = [{ kind: "box", x: 0, y: 0, width: WIDTH, height: 14, radius: 0, colour: QUOTE }];
  let y = MARGIN;
  /** A text below what is already there; `gap` parts them. */
  const add = (text: string, textFont: string, line: number, colour: string, gap: number): void => {
    y += gap;
    for (const part of wrap(text, textFont, COLUMN, ruler)) {
      y += line;
      items.push({ kind: "text", text: part, x: MARGIN, y: y - line * 0.25, font: textFont, colour });
    }
  };
  items.push(...openingMark(card), ...kindChip(card, ruler));
  add(card.words, font(600, wordsSize), Math.round(wordsSize * 1.32), INK, 158);
  for (const { words, label } of card.others) {
    add(words, font(400, othersSize, "italic"), Math.round(othersSize * 1.36), MUTED, 40);
    add(label, FONTS.label, 44, QUOTE, 4);
  }
  y += 56;
  items.push({ kind: "box", x: MARGIN, y, width: 96, height: 6, radius: 3, colour: QUOTE });
  add(card.speaker, FONTS.speaker, 62, INK, 26);
  for (const text of card.circumstances) add(text, FONTS.circumstances, 48, INK, 2);
  add(card.source, FONTS.source, 46, MUTED, 18);
  return { width: WIDTH, height: Math.ceil(y + MARGIN - 16), items };
}

/** The first quotation mark of the language, large and pale, above the words. */
function openingMark({ words }: Card): Item[] {
  const mark = words.charAt(0);
  // “ hangs from the height of capitals, « stands in the middle of small letters.
  const y = mark === "«" ? 216 : 308;
  return [{ kind: "text", text: mark, x: MARGIN - 8, y, font: FONTS.mark, colour: QUOTE_TINT }];
}

/** What kind of words these are, at the upper right: exact, translated, or reported. */
function kindChip({ kind }: Card, ruler: Ruler): Item[] {
  const width = ruler(kind, FONTS.kind);
  const x = WIDTH - MARGIN - width;
  return [
    { kind: "box", x: x - 26, y: 84, width: width + 52, height: 60, radius: 30, colour: QUOTE_TINT },
    { kind: "text", text: kind, x, y: 125, font: FONTS.kind, colour: QUOTE },
  ];
}

/** The card in sentences, whole ones: what would not fit is left to the message. */
function spoken({ words, kind, others, speaker, circumstances, source }: Card): string {
  const parts = [
    `${words} (${kind})`,
    `${speaker}, ${circumstances.join(", ")}`,
    source,
    ...others.map((other) => `${other.words} — ${other.label}`),
  ];
  let text = "";
  for (const part of parts) {
    const longer = text === "" ? part : `${text}\n${part}`;
    if (longer.length > LONGEST_DESCRIPTION) break;
    text = longer;
  }
  return text;
}
