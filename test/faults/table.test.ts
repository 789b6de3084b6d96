import { expect, test } from "vitest";
import { scenarios } from "../../faults/scenarios.ts";
import { rowOf } from "../../faults/table.ts";
import { indexed } from "../support/story.ts";

/** One of each kind; `npm run faults` plays them all, with many more members. */
const PLAYED = [
  "socket cut (1006)",
  "callbacks answered 503",
  "callbacks done, answered 502",
  "interactions arrive twice",
  "interactions lack a field",
];

const log = { info: () => {}, error: () => {} };

function played(name: string) {
  const scenario = scenarios.find(({ fault }) => fault === name);
  if (!scenario) throw new Error(`there is no row ${name}`);
  return rowOf(scenario, { story: indexed(), log, pace: 60, most: 0 });
}

test.concurrent.each(PLAYED)("%s: none lost, none doubled", async (name) => {
  const { sent, answered, lost, duplicated } = await played(name);
  expect(sent).toBeGreaterThan(0);
  expect({ answered, lost, duplicated }).toEqual({ answered: sent, lost: 0, duplicated: 0 });
});

test.concurrent("stopped and started again: what it has read is answered, once", async () => {
  const { answered, lost, duplicated } = await played("stopped and started again");
  expect(answered).toBeGreaterThan(0);
  expect({ lost, duplicated }).toEqual({ lost: 0, duplicated: 0 });
});
