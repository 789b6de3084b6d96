import type { DiscordError } from "../../../src/local-discord/rules/faults.ts";

/** The faults of an error answer, each as `place CODE`; `[code]` for an error without places, null for none. */
export function places(error: DiscordError | null): string[] | null {
  if (!error) return null;
  if (!error.errors) return [`[${error.code}]`];
  const found: string[] = [];
  const walk = (node: Record<string, unknown>, path: string[]) => {
    for (const [key, value] of Object.entries(node)) {
      if (key !== "_errors") walk(value as Record<string, unknown>, [...path, key]);
      else for (const one of value as { code: string }[]) found.push(`${path.join(".")} ${one.code}`.trim());
    }
  };
  walk(error.errors, []);
  return found;
}
