import { z } from "zod";
import { ENTRY_FILES, entrySchemas, fileSchema, storySchema } from "./schema.ts";

/**
 * The JSON Schema of each file of a story, as the text of its file in `schema/`: what `$schema` names, so
 * that an editor completes fields and marks faults. Draft 7, which editors know best.
 */
export function jsonSchemas(): { name: string; text: string }[] {
  const schemas: [string, z.ZodType][] = [
    ["story", storySchema],
    ...ENTRY_FILES.map((file): [string, z.ZodType] => [file, fileSchema(file, entrySchemas[file])]),
  ];
  return schemas.map(([name, schema]) => ({
    name: `${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: "input", target: "draft-7" }), null, 2)}\n`,
  }));
}
