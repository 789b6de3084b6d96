import { expect, test } from "vitest";
import { scenarios } from "../../faults/scenarios.ts";
import { rowOf } from "../../faults/table.ts";
import { defaultStory } from "../../src/exit.ts";

/** Some of each kind; `npm run faults` plays them all. */
const PLAYED = [
  "socket cut (1006)",
  "op 7, reconnect",
  "silence (zombie connection)",
  "callbacks answered 503",
  "callbacks done, answered 502",
  "callbacks cut before they are read",
  "interactions arrive twice",
  "interactions arrive out of order",
  "interactions lack a field",
];

const log = { info: () => {}, error: () => {} };

test.each(PLAYED)("%s: none lost, none doubled", async (name) => {
  const scenario = scenarios.find(({ fault }) => fault === name);
  if (!scenario) throw new Error(`there is no row ${name}`);
  const { sent, answered, lost, duplicated, recover_ms } = await rowOf(scenario, {
    story: defaultStory,
    log,
  });
  expect({ answered, lost, duplicated }).toEqual({ answered: sent, lost: 0, duplicated: 0 });
  expect(recover_ms).toBeLessThan(4000);
});
