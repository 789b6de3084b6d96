import { createCanvas } from "@napi-rs/canvas";
import { openCanvas } from "../../src/picture/canvas.ts";
import type { Item, Sheet, TextItem } from "../../src/picture/sheet.ts";
import { stripOf, type PicturedDay, type Strip } from "../../src/picture/strip.ts";
import { readDay } from "../../src/lookup/days.ts";
import { timelineOf } from "../../src/lookup/timeline.ts";
import { wordsOf, type Language } from "../../src/text/messages.ts";
import type { Voice } from "../../src/view/voice.ts";
import { lookups, story } from "../support/story.ts";

export const LANGUAGES = ["fr", "en"] as const;

/** The canvas that the bot draws on, opened once for a file of tests. */
export const canvas = await openCanvas();

const context = createCanvas(1, 1).getContext("2d");

export function voiceOf(language: Language, zone = "Europe/Paris"): Voice {
  return { language, words: wordsOf(language), zone };
}

/** The days that a typed text means, with their events. */
export function daysOf(text: string, zone = "Europe/Paris"): PicturedDay[] {
  const calendar = lookups.calendar(zone);
  const question = readDay(text, calendar);
  if (!question) throw new Error(`no day in ${text}`);
  return timelineOf(question, calendar).days;
}

export function stripFor(text: string, voice: Voice): Strip {
  return stripOf(daysOf(text, voice.zone), story, voice);
}

export function textsOf({ items }: Sheet): TextItem[] {
  return items.filter((item) => item.kind === "text");
}

/** The size of a font in pixels. */
export function sizeOf({ font }: TextItem): number {
  return Number(/(\d+)px/.exec(font)?.[1]);
}

/** What of a sheet lies outside of it, texts by their very ink. */
export function outside(sheet: Sheet): string[] {
  return sheet.items.flatMap((item) => {
    const [left, top, right, bottom] = boundsOf(item);
    const inside = left >= 0 && top >= 0 && right <= sheet.width && bottom <= sheet.height;
    return inside
      ? []
      : [`${item.kind === "text" ? item.text : item.kind} from ${left},${top} to ${right},${bottom}`];
  });
}

/** The texts that are set in less than a size. */
export function smallerThan(size: number, sheet: Sheet): string[] {
  return textsOf(sheet)
    .filter((item) => sizeOf(item) < size)
    .map(({ text }) => text);
}

type Bounds = [left: number, top: number, right: number, bottom: number];

function boundsOf(item: Item): Bounds {
  switch (item.kind) {
    case "text": {
      context.font = item.font;
      const ink = context.measureText(item.text);
      return [
        item.x - ink.actualBoundingBoxLeft,
        item.y - ink.actualBoundingBoxAscent,
        item.x + Math.max(ink.actualBoundingBoxRight, ink.width),
        item.y + ink.actualBoundingBoxDescent,
      ];
    }
    case "box":
      return [item.x, item.y, item.x + item.width, item.y + item.height];
    case "mark":
      return [item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius];
    case "line": {
      const [[x1, y1], [x2, y2]] = [item.from, item.to];
      return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    }
    default:
      throw new Error("no such item");
  }
}
