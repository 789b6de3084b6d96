import { wordsOf } from "../text/messages.ts";
import { descriptionOf, LONGEST_DESCRIPTION } from "./description.ts";
import { BAND, INK, MUTED, RULE, SCENE } from "./palette.ts";
import { font, remembering, wrap, type Ruler } from "./ruler.ts";
import type { Item, Sheet, TextItem } from "./sheet.ts";
import { AXIS, MARGIN, TALLEST, TIMES_END, TITLES, WIDTH } from "./stripGrid.ts";
import { stripHead } from "./stripHead.ts";
import { shortened, type Strip, type StripDay, type StripEvent, type StripTime } from "./strip.ts";

const LINE = 48;
const TITLES_WIDTH = WIDTH - MARGIN - TITLES;
const TIMES_WIDTH = TIMES_END - MARGIN;
const BAND_HEIGHT = 62;
const BADGE = 17;

const FONTS = {
  day: font(700, 38),
  count: font(400, 30),
  heavy: font(700, 38),
  light: font(400, 38),
  about: font(400, 30),
};
/** Largest first: a time takes the first in which it fits beside the axis. */
const HOUR_FONTS = [font(700, 38), font(700, 34), font(700, 30)];
const SCENE_FONTS = [font(400, 34), font(400, 30)];

/**
 * Lays out as many of a strip's events as stay readable, the most important first, and says the same in a
 * description. Null where the strip has no event.
 */
export function stripSheet(strip: Strip, ruler: Ruler): { sheet: Sheet; description: string } | null {
  const measured = remembering(ruler);
  const events = strip.days.reduce((sum, day) => sum + day.events.length, 0);
  let best: { sheet: Sheet; description: string } | null = null;
  for (let count = 1; count <= events; count++) {
    const shown = shortened(strip, count);
    const description = descriptionOf(shown);
    const sheet = layOut(shown, measured);
    if (best && (sheet.height > TALLEST || description.length > LONGEST_DESCRIPTION)) break;
    best = { sheet, description };
  }
  return best;
}

function layOut(strip: Strip, ruler: Ruler): Sheet {
  const { items, bottom } = stripHead(strip, ruler);
  let y = bottom;
  for (const day of strip.days) {
    y = dayBlock(items, day, strip, y, ruler);
  }
  const left = strip.allDays - strip.days.length;
  if (left > 0) {
    const more = wordsOf(strip.language).picture.moreDays(left);
    items.push({ kind: "text", text: more, x: TITLES, y: y + 30, font: FONTS.count, colour: MUTED });
    y += 44;
  }
  return { width: WIDTH, height: Math.ceil(y + 24), items };
}

/** A day's band, then its events along the axis. Gives where the next block begins. */
function dayBlock(items: Item[], day: StripDay, strip: Strip, top: number, ruler: Ruler): number {
  const rows: Item[] = [];
  const first = top + BAND_HEIGHT + 22;
  let y = first;
  for (const event of day.events) y = row(rows, event, y, ruler) + 26;
  const end = y - 2;
  items.push(
    { kind: "line", from: [AXIS, top + BAND_HEIGHT], to: [AXIS, end], width: 5, colour: RULE },
    {
      kind: "box",
      x: MARGIN - 20,
      y: top,
      width: WIDTH - 2 * MARGIN + 40,
      height: BAND_HEIGHT,
      radius: 14,
      colour: BAND,
    },
    { kind: "text", text: day.name, x: MARGIN, y: top + 44, font: FONTS.day, colour: INK },
    countOf(day, strip, top + 41, ruler),
    ...rows,
  );
  return end;
}

function countOf({ events, allEvents }: StripDay, strip: Strip, y: number, ruler: Ruler): TextItem {
  const words = wordsOf(strip.language);
  const text =
    events.length === allEvents ? words.events(allEvents) : words.picture.shown(events.length, allEvents);
  return {
    kind: "text",
    text,
    x: WIDTH - MARGIN - ruler(text, FONTS.count),
    y,
    font: FONTS.count,
    colour: MUTED,
  };
}

/** Both times on the left of the axis, the mark on it, the title on its right. Gives where the row ends. */
function row(items: Item[], event: StripEvent, top: number, ruler: Ruler): number {
  const heavy = event.weight === 3;
  const titleFont = heavy ? FONTS.heavy : FONTS.light;
  const baseline = top + 36;
  const lines = titleLines(event, titleFont, ruler);
  items.push({ kind: "mark", status: event.status, x: AXIS, y: baseline - 13, radius: heavy ? 21 : 17 });
  for (const [n, text] of lines.entries())
    items.push({ kind: "text", text, x: TITLES, y: baseline + n * LINE, font: titleFont, colour: INK });
  if (event.differs) {
    const last = ruler(lines.at(-1) ?? "", titleFont);
    const y = baseline + (lines.length - 1) * LINE - 13;
    items.push({ kind: "mark", status: "disputed", x: TITLES + last + 14 + BADGE, y, radius: BADGE });
  }
  const times = timeItems(event.time, baseline, ruler);
  items.push(...times);
  const timeLines = new Set(times.map(({ y }) => y)).size;
  return top + Math.max(lines.length, timeLines) * LINE;
}

/** The title whole, with room for the scales after its last word where accounts differ. */
function titleLines(event: StripEvent, titleFont: string, ruler: Ruler): string[] {
  const badge = event.differs ? 14 + 2 * BADGE + 4 : 0;
  const lines = wrap(event.title, titleFont, TITLES_WIDTH, ruler);
  const fits = ruler(lines.at(-1) ?? "", titleFont) + badge <= TITLES_WIDTH;
  return fits ? lines : wrap(event.title, titleFont, TITLES_WIDTH - badge, ruler);
}

function timeItems({ home, scene, about }: StripTime, baseline: number, ruler: Ruler): TextItem[] {
  const items: TextItem[] = [];
  if (home !== null) {
    const hour = atRight(home, HOUR_FONTS, TIMES_END, baseline, INK, ruler);
    items.push(hour);
    if (about) items.push(atRight(about, [FONTS.about], hour.x - 10, baseline, MUTED, ruler));
  }
  if (scene !== null)
    items.push(atRight(scene, SCENE_FONTS, TIMES_END, baseline + (home === null ? 0 : LINE), SCENE, ruler));
  return items;
}

/** A text that ends at `right`, in the first of its fonts in which it fits the column, else in the last. */
function atRight(
  text: string,
  fonts: readonly string[],
  right: number,
  y: number,
  colour: string,
  ruler: Ruler,
): TextItem {
  const chosen = fonts.find((one) => ruler(text, one) <= TIMES_WIDTH) ?? fonts.at(-1) ?? "";
  return { kind: "text", text, x: right - ruler(text, chosen), y, font: chosen, colour };
}
