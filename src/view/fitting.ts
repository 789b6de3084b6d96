import type { APIEmbedField } from "discord-api-types/v10";

/** The lines that fit, whole: a link cut in two would be no link. */
export function fittingLines(lines: readonly string[], longest: number): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > longest) break;
    text = longer;
  }
  return text;
}

/** The fields that fit, whole: an embed holds 6000 characters over all its texts. */
export function fittingFields(fields: readonly APIEmbedField[], longest: number): APIEmbedField[] {
  let used = 0;
  return fields.filter(({ name, value }) => {
    const size = name.length + value.length;
    if (used + size > longest) return false;
    used += size;
    return true;
  });
}

/** The sections that fit, whole, with an ellipsis where some do not. */
export function fittingSections(sections: readonly string[], longest: number): string {
  let text = "";
  for (const section of sections) {
    const longer = text === "" ? section : `${text}\n\n${section}`;
    if (longer.length > longest - 2) return `${text}\n…`;
    text = longer;
  }
  return text;
}
