/**
 * One thing wrong with a payload: where, Discord's code of it, and Discord's words. Discord documents few of
 * these codes; they are those seen in its answers, and for the rest, ones of the same make.
 */
export interface Fault {
  path: (string | number)[];
  code: string;
  message: string;
}

/** Where Discord lists the faults of a place. */
const list = "_errors";

/** An error answer of the REST API. */
export interface DiscordError {
  code: number;
  message: string;
  errors?: Record<string, unknown>;
}

/** Notes a fault: its place within what the rule looks at, Discord's code and words. */
export type Report = (path: (string | number)[], code: string, message: string) => void;

/**
 * Runs a rule and collects what it reports.
 * @param rule gets the function that notes a fault
 */
export function faultsOf(rule: (report: Report) => void): Fault[] {
  const faults: Fault[] = [];
  rule((path, code, message) => void faults.push({ path, code, message }));
  return faults;
}

/** A report that puts `path` before each place: for a rule about a part of a payload. */
export function within(report: Report, ...path: (string | number)[]): Report {
  return (inner, code, message) => report([...path, ...inner], code, message);
}

/** Reports a field that is missing or empty. */
export function required(report: Report, path: (string | number)[]): void {
  report(path, "BASE_TYPE_REQUIRED", "This field is required");
}

/** Reports a length out of bounds. */
export function badLength(report: Report, path: (string | number)[], min: number, max: number): void {
  report(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
}

/**
 * Discord's answer to a payload with faults, the faults nested by their places:
 * https://docs.discord.com/developers/reference#error-messages
 */
export function invalidFormBody(faults: Fault[]): DiscordError {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let node = errors;
    for (const step of path) node = (node[String(step)] ??= {}) as Record<string, unknown>;
    ((node[list] ??= []) as unknown[]).push({ code, message });
  }
  return { code: 50035, message: "Invalid Form Body", errors };
}

/** An error answer in one line: `Invalid Form Body: data.content: Must be 2000 or fewer in length. (…)`. */
export function summary(error: DiscordError): string {
  const parts: string[] = [];
  const walk = (node: Record<string, unknown>, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (key !== list) walk(value as Record<string, unknown>, path ? `${path}.${key}` : key);
      else
        for (const one of value as { code: string; message: string }[])
          parts.push(`${path ? `${path}: ` : ""}${one.message} (${one.code})`);
    }
  };
  walk(error.errors ?? {}, "");
  return [error.message, ...parts.slice(0, 5)].join(": ") + ` [${error.code}]`;
}
