import type { Status } from "../story/schema.ts";

/** A picture as a list of things at their places, in pixels, before anything is drawn. */
export interface Sheet {
  width: number;
  height: number;
  items: Item[];
}

export type Item = TextItem | BoxItem | LineItem | MarkItem;

/** A line of text; `x` is its left edge and `y` its baseline. */
export interface TextItem {
  kind: "text";
  text: string;
  x: number;
  y: number;
  font: string;
  colour: string;
}

interface BoxItem {
  kind: "box";
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  colour: string;
}

/** A line from one point to another. */
interface LineItem {
  kind: "line";
  from: [x: number, y: number];
  to: [x: number, y: number];
  width: number;
  colour: string;
}

/** The mark of a status around its centre. */
export interface MarkItem {
  kind: "mark";
  status: Status;
  x: number;
  y: number;
  radius: number;
}
