import { expect, test } from "vitest";
import { sourcesOf } from "../../src/view/eventLine.ts";

const says = { fr: "…", en: "…" };

test("what was written before an event is named after what tells of it", () => {
  const accounts = [
    { source: "announced", says, ahead: true as const },
    { source: "seen", says },
    { source: "planned", says, ahead: true as const },
    { source: "told", says },
  ];
  expect(sourcesOf({ accounts })).toEqual(["seen", "told", "announced", "planned"]);
});
