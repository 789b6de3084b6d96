import type { z } from "zod";

/** What zod found, as a loader's line says it: what is wrong and what would be right. */
export function reasonOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? missing(issue.path) : `is not ${article(issue.expected)}`;
    case "invalid_value":
      return issue.input === undefined
        ? missing(issue.path)
        : `is ${JSON.stringify(issue.input)}; it can be ${issue.values.join(", ")}`;
    case "unrecognized_keys":
      return `has ${issue.keys.map((key) => `"${key}"`).join(" and ")}, which no entry of this kind has; take it away or mend its name`;
    case "too_big":
      return tooLong(issue.input, Number(issue.maximum), issue.path);
    case "too_small":
      return "is empty; say something or leave it out";
    default:
      return undefined;
  }
}

function missing(path: readonly PropertyKey[] | undefined): string {
  const field = path?.at(-1);
  return field === "fr" || field === "en"
    ? "is missing; a story says everything in French and in English"
    : "is missing";
}

function tooLong(input: unknown, most: number, path: readonly PropertyKey[] | undefined): string {
  const length = typeof input === "string" ? input.length : 0;
  const why = path?.at(-1) === "exact" || path?.at(-1) === "words" ? "; a fair quotation is short" : "";
  return `is ${length} characters long, ${most} at most${why}`;
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
