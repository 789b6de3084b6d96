/** @typedef {import("./words.js").Words} Words */

/** Discord's timestamp styles: https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const styles = /** @type {Record<string, Intl.DateTimeFormatOptions>} */ ({
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
});

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const units = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

/**
 * A timestamp of a message in the reader's zone.
 * @param {number} at ms since 1970
 * @param {string} style one letter of Discord's, R for "three years ago"
 * @param {Words} words
 */
export function timeIn(at, style, words) {
  if (!Number.isFinite(new Date(at).getTime())) return "?";
  if (style !== "R") return new Intl.DateTimeFormat(words.intl, styles[style] ?? styles.f).format(at);
  const away = at - Date.now();
  const [unit, length] = units.find(([, ms]) => Math.abs(away) >= ms) ?? ["second", 1000];
  return new Intl.RelativeTimeFormat(words.intl, { numeric: "auto" }).format(Math.round(away / length), unit);
}

/**
 * When a message was sent, as Discord heads it.
 * @param {string} iso
 * @param {Words} words
 */
export function sentAt(iso, words) {
  const at = new Date(iso);
  const days = (startOfDay(new Date()) - startOfDay(at)) / 86_400_000;
  const time = timeIn(at.getTime(), "t", words);
  if (days === 0) return `${words.today} ${time}`;
  if (Math.round(days) === 1) return `${words.yesterday} ${time}`;
  return timeIn(at.getTime(), "s", words);
}

/** @param {Date} date */
function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
