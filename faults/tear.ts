/** Without its id, its token or its type nobody could answer it. */
const NEEDED = new Set(["id", "token", "type"]);

/** A field of a frame: what holds it, and its name there. */
interface Field {
  holder: Record<string, unknown>;
  name: string;
}

/** Puts something else into one field of an interaction, the `at`-th of all at any depth; undefined leaves it out. */
export function tear(frame: object, at: number, put: unknown): void {
  const fields = fieldsOf(frame).filter(({ holder, name }) => holder !== frame || !NEEDED.has(name));
  const field = fields[at % fields.length];
  if (!field) return;
  if (put === undefined) delete field.holder[field.name];
  else field.holder[field.name] = put;
}

function fieldsOf(value: object): Field[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => [
    { holder: value as Record<string, unknown>, name },
    ...(typeof inner === "object" && inner !== null ? fieldsOf(inner) : []),
  ]);
}
