import type { Status } from "../story/schema.ts";

/**
 * Ink on paper, so that a picture reads the same on Discord's light and dark pages. Each colour of a text
 * has at least 4.5:1 on the paper: https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
export const PAPER = "#fbf8f1";
export const BAND = "#ece4d4";
export const RULE = "#cfc4ae";
export const INK = "#1a2230";
export const MUTED = "#565e6b";
/** The second zone of the axis. */
export const SCENE = "#8a4510";
export const QUOTE = "#6d3f83";
export const QUOTE_TINT = "#e6d9ec";

/** Told apart without colour too: each status has a shape of its own. */
export const STATUS_COLOURS: Record<Status, string> = {
  confirmed: "#1d4f91",
  reported: "#0b6b74",
  hypothesis: "#6d3f83",
  opinion: "#8f5a00",
  disputed: "#b3232b",
};
