import type { Report } from "./faults.ts";

/**
 * Reports an address whose scheme Discord does not take. Whether it is an address at all, the schema has checked.
 * @param schemes without colon, for example `http`
 */
export function checkScheme(
  report: Report,
  path: (string | number)[],
  url: string | null | undefined,
  schemes: readonly string[],
): void {
  if (!url) return;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? "";
  if (schemes.includes(scheme)) return;
  const allowed = schemes.map((one) => `'${one}'`).join(", ");
  report(
    path,
    "URL_TYPE_INVALID_SCHEME",
    `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
  );
}
