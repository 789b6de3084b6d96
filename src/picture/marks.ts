import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Status } from "../story/schema.ts";
import { PAPER, STATUS_COLOURS } from "./palette.ts";
import type { MarkItem } from "./sheet.ts";

/**
 * The marks of the text answers (● ◐ ◌ ✎ ⚖) as shapes, since the bundled fonts have none of these characters.
 * A disc of paper lies under each, so that the axis does not run through it.
 */
export function drawMark({ status, x, y, radius }: MarkItem, context: SKRSContext2D): void {
  context.save();
  context.translate(x, y);
  // Shapes are made for a radius of 1.
  context.scale(radius, radius);
  context.fillStyle = PAPER;
  disc(context, 1.3);
  context.fillStyle = STATUS_COLOURS[status];
  context.strokeStyle = STATUS_COLOURS[status];
  context.lineCap = "round";
  context.lineJoin = "round";
  SHAPES[status](context);
  context.restore();
}

const RING = 0.2;

const SHAPES: Record<Status, (context: SKRSContext2D) => void> = {
  confirmed: (context) => disc(context, 1),
  reported(context) {
    ring(context);
    context.beginPath();
    context.arc(0, 0, 1 - RING / 2, Math.PI / 2, -Math.PI / 2);
    context.fill();
  },
  hypothesis(context) {
    context.lineCap = "butt";
    // Eight dashes around the ring.
    const step = (2 * Math.PI * (1 - RING / 2)) / 8;
    context.setLineDash([step * 0.6, step * 0.4]);
    ring(context);
  },
  opinion(context) {
    context.rotate(-Math.PI / 4);
    context.scale(1.15, 1.15);
    path(context, [-0.55, -0.3], [1.05, -0.3], [1.05, 0.3], [-0.55, 0.3]);
    context.fill();
    path(context, [-0.67, -0.3], [-1.2, 0], [-0.67, 0.3]);
    context.fill();
  },
  disputed(context) {
    context.lineWidth = 0.18;
    line(context, [0, -0.95], [0, 0.9]);
    line(context, [-0.45, 0.9], [0.45, 0.9]);
    line(context, [-0.75, -0.7], [0.75, -0.7]);
    for (const side of [-0.75, 0.75]) {
      context.lineWidth = 0.1;
      line(context, [side, -0.7], [side - 0.34, 0.15]);
      line(context, [side, -0.7], [side + 0.34, 0.15]);
      context.beginPath();
      context.arc(side, 0.12, 0.42, 0, Math.PI);
      context.fill();
    }
  },
};

type Point = [x: number, y: number];

function disc(context: SKRSContext2D, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
}

function ring(context: SKRSContext2D): void {
  context.lineWidth = RING;
  context.beginPath();
  context.arc(0, 0, 1 - RING / 2, 0, 2 * Math.PI);
  context.stroke();
}

function line(context: SKRSContext2D, from: Point, to: Point): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

function path(context: SKRSContext2D, first: Point, ...rest: Point[]): void {
  context.beginPath();
  context.moveTo(...first);
  for (const point of rest) context.lineTo(...point);
  context.closePath();
}
