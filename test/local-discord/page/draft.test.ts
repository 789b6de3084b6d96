import { expect, test } from "vitest";
import {
  emptyDraft,
  matching,
  missingOption,
  openOptions,
  optionsOf,
  readTyped,
  settled,
  split,
} from "../../../src/local-discord/page/public/draft.js";

const option = (name: string, french: string, required = false) => ({
  name,
  label: french,
  names: [name, french],
  description: "",
  required,
  suggests: true,
});
const command = (name: string, french: string, ...options: ReturnType<typeof option>[]) => ({
  name,
  label: french,
  names: [name, french],
  description: "",
  options,
});
const commands = [
  command("timeline", "chronologie", option("day", "jour")),
  command("source", "source", option("event", "événement", true)),
  command("quote", "citation", option("person", "personne"), option("about", "sujet")),
  command("settings", "réglages"),
  command("settings language", "réglages langue", option("name", "nom", true)),
];
const typed = (text: string) => {
  const draft = { ...emptyDraft, rest: text };
  return readTyped(draft, commands) ?? draft;
};
const sent = (text: string) => {
  const draft = settled(typed(text));
  return [draft.command?.name ?? null, optionsOf(draft), missingOption(draft)?.option.name ?? null];
};

test.each([
  ["hello", [null, {}, null]],
  ["/timeline", [null, {}, null]],
  ["/timeline ", ["timeline", {}, null]],
  ["/Chronologie jour: lundi ", ["timeline", { day: "lundi" }, null]],
  ["/timeline lundi soir", ["timeline", { day: "lundi soir" }, null]],
  ["/source ", ["source", {}, "event"]],
  ["/source microsoft", ["source", { event: "microsoft" }, null]],
  ["/source event:mission: continues", ["source", { event: "mission: continues" }, null]],
  ["/quote about:the letter person:altman", ["quote", { person: "altman", about: "the letter" }, null]],
  ["/citation personne:sam sujet:", ["quote", { person: "sam" }, null]],
  ["/settings language fr", ["settings language", { name: "fr" }, null]],
  ["/settings ", ["settings", {}, null]],
])("%j is understood as it is typed or pasted", (text, expected) => {
  expect(sent(text)).toEqual(expected);
});

test("a value that holds the name of a later option is split there, once", () => {
  const draft = typed("/quote person:sam");
  const [field] = draft.filled;
  if (!field) throw new Error("no field");
  const next = split({ ...draft, filled: [{ ...field, text: "sam about:a about:b" }] }, 0);
  expect(next.filled.map(({ option: { name }, text }) => [name, text])).toEqual([
    ["person", "sam"],
    ["about", "a about:b"],
  ]);
});

test("the name of an option in its own field is no part of its value", () => {
  const draft = typed("/source ");
  const [field] = draft.filled;
  if (!field) throw new Error("no field");
  expect(split({ ...draft, filled: [{ ...field, text: "event:" }] }, 0).filled[0]?.text).toBe("");
});

test("commands and options are found by the beginning of any of their names, then by any part", () => {
  expect(matching(commands, "/chro").map(({ name }) => name)).toEqual(["timeline"]);
  expect(matching(commands, "/ti").map(({ name }) => name)).toEqual([
    "timeline",
    "quote",
    "settings",
    "settings language",
  ]);
  expect(matching(commands, "/").length).toBe(commands.length);
  expect(openOptions({ ...typed("/quote person:sam "), rest: "su" }).map(({ name }) => name)).toEqual([
    "about",
  ]);
});
