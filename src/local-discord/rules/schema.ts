import type { z } from "zod";
import type { Fault } from "./faults.ts";

type Issue = z.core.$ZodIssue;

interface Schema {
  safeParse(value: unknown): { error?: { issues: Issue[] } | undefined };
}

/**
 * Checks a payload against one of the schemas of npm `discord-api-spec` (Discord's own OpenAPI as zod).
 * @returns the faults in Discord's words; empty when the schema accepts it
 */
export function schemaFaults(schema: Schema, value: unknown): Fault[] {
  const result = schema.safeParse(value);
  return (result.error?.issues ?? []).flatMap((issue) => translate(issue, value, []));
}

function translate(issue: Issue, value: unknown, base: (string | number)[]): Fault[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  const found = at(value, path);
  const one = (code: string, message: string) => [{ path, code, message }];
  if (found === undefined && issue.code !== "invalid_union")
    return one("BASE_TYPE_REQUIRED", "This field is required");
  switch (issue.code) {
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? one("NUMBER_TYPE_MAX", `int value should be less than or equal to ${issue.maximum}.`)
        : one("BASE_TYPE_MAX_LENGTH", `Must be ${issue.maximum} or fewer in length.`);
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int")
        return one("NUMBER_TYPE_MIN", `int value should be greater than or equal to ${issue.minimum}.`);
      return Array.isArray(found) || found === ""
        ? one("BASE_TYPE_REQUIRED", "This field is required")
        : one("BASE_TYPE_MIN_LENGTH", `Must be ${issue.minimum} or more in length.`);
    case "invalid_value":
      return one("BASE_TYPE_CHOICES", `Value must be one of {${issue.values.join(", ")}}.`);
    case "invalid_format":
      if (issue.format === "url") return one("URL_TYPE_INVALID_URL", "Not a well formed URL.");
      if (issue.format === "datetime")
        return one("DATE_TIME_TYPE_PARSE", `Could not parse ${String(found)}. Should be ISO8601.`);
      return one("STRING_TYPE_REGEX", "String value did not match validation regex.");
    case "invalid_union":
      return union(issue.errors, value, path);
    case "invalid_type":
      return one("BASE_TYPE_CONVERT", `Only ${issue.expected} values are allowed.`);
    default:
      return one("BASE_TYPE_INVALID", issue.message);
  }
}

/** Of a choice between shapes, the faults of the one that the payload's `type` means. */
function union(branches: Issue[][], value: unknown, path: (string | number)[]): Fault[] {
  const ownType = (issue: Issue) => issue.path.length === 1 && issue.path[0] === "type";
  const meant = branches.find(
    (issues) => !issues.some(ownType) && !issues.some((issue) => !issue.path.length),
  );
  if (meant) return meant.flatMap((issue) => translate(issue, value, path));
  const types = branches.flatMap((issues) =>
    issues.filter(ownType).flatMap((issue) => (issue.code === "invalid_value" ? issue.values : [])),
  );
  const message = `Value of field "type" must be one of (${types
    .map(Number)
    .toSorted((a, b) => a - b)
    .join(", ")}).`;
  return [{ path, code: "UNION_TYPE_CHOICES", message }];
}

function at(value: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | null | undefined)?.[step],
    value,
  );
}
