import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFile } from "./projectFile.ts";
import { jsonSchemas } from "./story/jsonSchema.ts";

const folder = fileURLToPath(projectFile("data/schema"));
await mkdir(folder, { recursive: true });
for (const { name, text } of jsonSchemas()) await writeFile(join(folder, name), text);
