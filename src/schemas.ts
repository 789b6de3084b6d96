import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchemas } from "./story/jsonSchema.ts";

const folder = fileURLToPath(new URL("../data/schema", import.meta.url));
await mkdir(folder, { recursive: true });
for (const { name, text } of jsonSchemas()) await writeFile(join(folder, name), text);
