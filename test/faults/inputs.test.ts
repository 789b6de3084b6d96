import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { tryInputs } from "../../faults/inputs.ts";
import { indexed } from "../support/story.ts";

/** `npm run faults -- inputs` tries a hundred thousand. */
const COUNT = 600;

test(
  "whatever comes is answered: no error, no payload that Discord refuses, no ping",
  { timeout: 60_000 },
  async () => {
    expect(await tryInputs({ story: indexed(), commands, count: COUNT, seed: 2023 })).toEqual([]);
  },
);
