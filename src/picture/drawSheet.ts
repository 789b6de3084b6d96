import type { SKRSContext2D } from "@napi-rs/canvas";
import { drawMark } from "./marks.ts";
import { PAPER } from "./palette.ts";
import type { Item, Sheet } from "./sheet.ts";

/** Draws the items in their order, on paper. */
export function drawSheet(sheet: Sheet, context: SKRSContext2D): void {
  context.fillStyle = PAPER;
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const item of sheet.items) drawItem(item, context);
}

function drawItem(item: Item, context: SKRSContext2D): void {
  switch (item.kind) {
    case "text":
      context.font = item.font;
      context.fillStyle = item.colour;
      context.fillText(item.text, item.x, item.y);
      return;
    case "box":
      context.fillStyle = item.colour;
      context.beginPath();
      context.roundRect(item.x, item.y, item.width, item.height, item.radius);
      context.fill();
      return;
    case "line":
      context.strokeStyle = item.colour;
      context.lineWidth = item.width;
      context.beginPath();
      context.moveTo(...item.from);
      context.lineTo(...item.to);
      context.stroke();
      return;
    case "mark":
      drawMark(item, context);
  }
}
