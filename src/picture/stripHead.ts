import type { Status } from "../story/schema.ts";
import { wordsOf } from "../text/messages.ts";
import { INK, MUTED, SCENE } from "./palette.ts";
import { font, wrap, type Ruler } from "./ruler.ts";
import type { Item } from "./sheet.ts";
import type { Strip } from "./strip.ts";
import { MARGIN, TIMES_END, TITLES, WIDTH } from "./stripGrid.ts";

const FONTS = { title: font(700, 52), span: font(400, 36), zone: font(600, 30), legend: font(400, 32) };
const TITLE_LINE = 64;
const SPAN_LINE = 48;
const LEGEND_LINE = 48;
const MARK = 16;

/** The title, the days, the axis' zones above their times, and what each mark means. */
export function stripHead(strip: Strip, ruler: Ruler): { items: Item[]; bottom: number } {
  const items: Item[] = [];
  let y = MARGIN + 48;
  for (const text of wrap(strip.title, FONTS.title, WIDTH - 2 * MARGIN, ruler)) {
    items.push({ kind: "text", text, x: MARGIN, y, font: FONTS.title, colour: INK });
    y += TITLE_LINE;
  }
  for (const text of wrap(strip.span, FONTS.span, WIDTH - 2 * MARGIN, ruler)) {
    items.push({ kind: "text", text, x: MARGIN, y: y - 6, font: FONTS.span, colour: MUTED });
    y += SPAN_LINE;
  }
  y += 24;
  const zones = [
    ...zoneLines(strip.home, INK, ruler),
    ...(strip.scene === null ? [] : zoneLines(strip.scene, SCENE, ruler)),
  ];
  for (const [n, { text, colour }] of zones.entries()) {
    const x = Math.max(MARGIN, TIMES_END - ruler(text, FONTS.zone));
    items.push({ kind: "text", text, x, y: y + n * LEGEND_LINE, font: FONTS.zone, colour });
  }
  const legend = legendRows(strip, ruler);
  for (const [n, entries] of legend.entries()) {
    for (const { x, status, text } of entries) {
      const baseline = y + n * LEGEND_LINE;
      items.push({ kind: "mark", status, x: x + MARK, y: baseline - 11, radius: MARK });
      items.push({ kind: "text", text, x: x + 2 * MARK + 14, y: baseline, font: FONTS.legend, colour: INK });
    }
  }
  return { items, bottom: y + (Math.max(zones.length, legend.length) - 1) * LEGEND_LINE + 36 };
}

/** A zone's name above its times, in more lines where it is a long one. */
function zoneLines(name: string, colour: string, ruler: Ruler): { text: string; colour: string }[] {
  return wrap(name, FONTS.zone, TITLES - MARGIN - 20, ruler).map((text) => ({ text, colour }));
}

/** The marks that the strip shows, with their words, in as many rows as they need. */
function legendRows(strip: Strip, ruler: Ruler): { x: number; status: Status; text: string }[][] {
  const rows: { x: number; status: Status; text: string }[][] = [[]];
  let x = TITLES;
  for (const { status, text } of legendOf(strip)) {
    const width = 2 * MARK + 14 + ruler(text, FONTS.legend);
    if (x + width > WIDTH - MARGIN && x > TITLES) {
      rows.push([]);
      x = TITLES;
    }
    rows.at(-1)?.push({ x, status, text });
    x += width + 36;
  }
  return rows;
}

function legendOf({ days, language }: Strip): { status: Status; text: string }[] {
  const words = wordsOf(language);
  const events = days.flatMap((day) => day.events);
  const differ = events.some(({ differs }) => differs);
  const statuses = (Object.keys(words.status) as Status[]).filter((status) =>
    events.some((event) => event.status === status),
  );
  // Scales as a mark and behind a title mean the same: the accounts don't agree.
  const scales = [
    ...(statuses.includes("disputed") ? [words.status.disputed] : []),
    ...(differ ? [words.differ] : []),
  ];
  return [
    ...statuses
      .filter((status) => status !== "disputed")
      .map((status) => ({ status, text: words.status[status] })),
    ...(scales.length > 0 ? [{ status: "disputed" as const, text: scales.join(", ") }] : []),
  ];
}
