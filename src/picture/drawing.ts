import type { Canvas } from "./canvas.ts";
import type { Card } from "./card.ts";
import { cardSheet } from "./cardSheet.ts";
import type { Strip } from "./strip.ts";
import { stripSheet } from "./stripSheet.ts";

/** What is to be drawn, in words. */
export type Order = { kind: "strip"; strip: Strip } | { kind: "card"; card: Card };

/** A drawn picture: a PNG, and what it shows in words. */
export interface Drawing {
  png: Uint8Array<ArrayBuffer>;
  description: string;
}

/** Draws an order; null where there is nothing to show. The same order gives the same bytes. */
export function drawingOf(order: Order, canvas: Canvas): Drawing | null {
  const laidOut =
    order.kind === "strip" ? stripSheet(order.strip, canvas.ruler) : cardSheet(order.card, canvas.ruler);
  return laidOut && { png: canvas.png(laidOut.sheet), description: laidOut.description };
}
