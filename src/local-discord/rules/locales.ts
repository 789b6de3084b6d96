import { Locale } from "discord-api-types/v10";
import type { Report } from "./faults.ts";

const known = new Set<string>(Object.values(Locale));

/**
 * Reports keys that are no locale of Discord: https://docs.discord.com/developers/reference#locales
 * @param check a further look at each text
 */
export function checkLocales(
  report: Report,
  texts: Record<string, string | null> | null | undefined,
  check: (text: string, locale: string) => void = () => {},
): void {
  for (const [locale, text] of Object.entries(texts ?? {})) {
    if (!known.has(locale)) {
      const allowed = [...known].join(", ");
      report([locale], "BASE_TYPE_CHOICES", `Value must be one of {${allowed}}.`);
    } else if (text !== null) check(text, locale);
  }
}
