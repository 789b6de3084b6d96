import type { Status } from "../story/schema.ts";

/** A mark for each status, told apart by its shape; the word always goes with it. */
export const STATUS_MARKS: Record<Status, string> = {
  confirmed: "●",
  reported: "◐",
  hypothesis: "◌",
  opinion: "✎",
  disputed: "⚖",
};

/** The bar of an embed. It says nothing that the text does not. */
export const COLOURS = {
  timeline: 0x3b6ea5,
  quote: 0x8a5a9e,
  source: 0x2f7d6d,
  person: 0x4f6d3a,
  about: 0x54606e,
  doubtful: 0xb5522e,
  miss: 0x7a7a7a,
} as const;
