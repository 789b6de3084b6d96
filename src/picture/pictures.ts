import QuickLRU from "quick-lru";
import type { Quote, Story } from "../story/story.ts";
import type { Picture } from "../view/message.ts";
import { hasCard } from "../view/quote.ts";
import type { Voice } from "../view/voice.ts";
import { cardOf } from "./card.ts";
import type { Drawer } from "./drawer.ts";
import type { Order } from "./drawing.ts";
import { stripOf, type PicturedDay } from "./strip.ts";

/** Pictures for answers. Null, after a bounded time, where one can't be drawn: the answer goes without it. */
export interface Pictures {
  /** Some days with their events; `question` tells this choice of days from every other of the same zone. */
  days(question: string, days: readonly PicturedDay[], voice: Voice): Promise<Picture | null>;
  /** The card of a quote; null for words that have none: see hasCard. */
  quote(quote: Quote, voice: Voice): Promise<Picture | null>;
}

/** For where no pictures are wanted. */
export const NO_PICTURES: Pictures = { days: async () => null, quote: async () => null };

export interface PictureParts {
  story: Story;
  drawer: Drawer;
  /** Milliseconds that an answer waits for its picture; one that comes later is there for the next time. */
  patience: number;
  /** Hears why a picture could not be drawn; a reason that lasts is told once. */
  failed: (error: unknown) => void;
}

/** Pictures kept for sure, and twice as many at most, of up to half a megabyte each. */
export const PICTURES_KEPT = 32;

/** Pictures of a story, each drawn once and then remembered, however many ask for it at the same time. */
export function createPictures({ story, drawer, patience, failed }: PictureParts): Pictures {
  let lastReason = "";
  const known = new QuickLRU<string, Promise<Picture | null>>({ maxSize: PICTURES_KEPT });

  const remembered = (
    question: readonly string[],
    { language, zone }: Voice,
    name: string,
    order: () => Order,
  ): Promise<Picture | null> => {
    const key = JSON.stringify([story.version, language, zone, ...question]);
    const found = known.get(key);
    if (found) return found;
    const drawn = drawnOf(name, order, drawer);
    known.set(key, drawn);
    drawn.catch((error: unknown) => {
      known.delete(key);
      if (String(error) !== lastReason) failed(error);
      lastReason = String(error);
    });
    return drawn;
  };

  return {
    async days(question, days, voice) {
      if (days.length === 0) return null;
      const order = (): Order => ({ kind: "strip", strip: stripOf(days, story, voice) });
      return inTime(() => remembered(["days", question], voice, "timeline.png", order), patience);
    },
    async quote(quote, voice) {
      if (!hasCard(quote)) return null;
      const order = (): Order => ({ kind: "card", card: cardOf(quote, story, voice) });
      return inTime(() => remembered(["quote", quote.id], voice, `quote-${quote.id}.png`, order), patience);
    },
  };
}

async function drawnOf(name: string, order: () => Order, drawer: Drawer): Promise<Picture | null> {
  const drawing = await drawer.draw(order());
  return drawing && { name, data: drawing.png, description: drawing.description };
}

/** What comes within `patience` milliseconds; null for what fails or comes later. */
async function inTime(draw: () => Promise<Picture | null>, patience: number): Promise<Picture | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  try {
    return await Promise.race([draw(), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
