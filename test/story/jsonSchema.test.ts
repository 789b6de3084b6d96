import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../src/story/jsonSchema.ts";

test("the JSON Schemas are those of the code; `npm run schemas` writes them anew", async () => {
  expect((await readdir("data/schema")).toSorted()).toEqual(
    jsonSchemas()
      .map(({ name }) => name)
      .toSorted(),
  );
  for (const { name, text } of jsonSchemas())
    expect(await readFile(`data/schema/${name}`, "utf8")).toBe(text);
});

test("every file of the story names its schema, so that an editor helps", async () => {
  for (const { name } of jsonSchemas()) {
    const file = name.replace(".schema", "");
    const { $schema } = JSON.parse(await readFile(`data/${file}`, "utf8")) as { $schema: string };
    expect($schema).toBe(`./schema/${name}`);
  }
});

test("an editor is told what a field is for, and which fields there are", () => {
  const events = JSON.parse(jsonSchemas().find(({ name }) => name === "events.schema.json")?.text ?? "");
  const event = events.properties.events.items;
  expect(event.additionalProperties).toBe(false);
  expect(event.required).toContain("accounts");
  expect(event.properties.weight).toEqual({
    type: "number",
    enum: [1, 2, 3],
    description: "3 is what a short answer keeps, 1 what it drops first.",
  });
  expect(event.properties.date.examples).toContain("2023-11-18/2023-11-19");
});
