import type { Row } from "./row.ts";

/** Rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ name, value, unit, peer, peer_value, ratio, spread, aim, holds }) => [
    name,
    figure(value, unit),
    peer === null || peer_value === null ? "" : `${figure(peer_value, unit)} (${peer})`,
    ratio === null ? "" : `${significant(ratio)} ×`,
    `${Math.round(spread * 100)} %`,
    aim === null ? "" : `${aim} ${holds ? "✓" : "✗"}`,
  ]);
  const head = ["what", "here", "peer", "ratio", "spread", "aim"];
  const widths = head.map((title, n) =>
    Math.max(title.length, ...lines.map((cells) => cells[n]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, n) => (n === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(head), rule, ...lines.map(line)].join("\n");
}

function figure(value: number, unit: string): string {
  return unit === "" ? significant(value) : `${significant(value)} ${unit}`;
}

/** Three digits say all that a figure with such a spread knows. */
function significant(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en", { maximumFractionDigits: Math.min(digits, 4), useGrouping: false });
}
