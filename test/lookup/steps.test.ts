import { expect, test } from "vitest";
import { gradually, type Turn } from "../../src/lookup/steps.ts";

/** Ten steps of 1 ms each on a clock of its own; `pauses` counts how often others got their turn. */
function tenSteps() {
  const seen = { begun: 0, ms: 0, pauses: 0 };
  const work = gradually(function* () {
    seen.begun += 1;
    for (let step = 0; step < 10; step += 1) {
      seen.ms += 1;
      yield;
    }
    return "made";
  });
  const stopping = new AbortController();
  const turn: Turn = {
    ms: 3,
    now: () => seen.ms,
    pause: async () => void (seen.pauses += 1),
    signal: stopping.signal,
  };
  return { seen, work, turn, stopping };
}

test("nothing begins before somebody wants it", () => {
  const { seen, work } = tenSteps();
  expect(seen.begun).toBe(0);
  expect(work.get()).toBe("made");
  expect(work.get()).toBe("made");
  expect(seen.begun).toBe(1);
});

test("others get their turn after so many ms", async () => {
  const { seen, work, turn } = tenSteps();
  await work.prepare(turn);
  expect(seen).toEqual({ begun: 1, ms: 10, pauses: 4 });
});

test("who needs it meanwhile has it at once, and no step is taken twice", async () => {
  const { seen, work, turn } = tenSteps();
  let pauses = 0;
  await work.prepare({
    ...turn,
    pause: async () => {
      pauses += 1;
      if (pauses === 2) work.get();
    },
  });
  expect(seen).toMatchObject({ begun: 1, ms: 10 });
});

test("it goes on when nobody else has work, or when they have had a tenth of a second", async () => {
  const { seen, work, turn } = tenSteps();
  let [clock, pauses] = [0, 0];
  const busy = [40, 40, 0, 40, 40, 40];
  await work.prepare({
    ...turn,
    now: () => clock + seen.ms,
    pause: async () => {
      clock += busy[pauses] ?? 0;
      pauses += 1;
    },
  });
  // Three pauses before the first turn, three before the second; then two turns more.
  expect(pauses).toBe(3 + 3 + 2);
  expect(seen.ms).toBe(10);
});

test("told to stop, it takes no step more, and what is left is made for who gets it", async () => {
  const { seen, work, turn, stopping } = tenSteps();
  await work.prepare({
    ...turn,
    pause: async () => {
      if (seen.ms > 0) stopping.abort();
    },
  });
  expect(seen.ms).toBe(3);
  expect(work.get()).toBe("made");
  expect(seen).toMatchObject({ begun: 1, ms: 10 });
});

test("a step that throws throws for each who wants it, until it can be made", async () => {
  let faults = 3;
  const work = gradually(function* () {
    yield;
    if (faults-- > 0) throw new Error("no memory");
    return "made";
  });
  const { turn } = tenSteps();
  await expect(work.prepare(turn)).rejects.toThrow("no memory");
  expect(() => work.get()).toThrow("no memory");
  expect(() => work.get()).toThrow("no memory");
  expect(work.get()).toBe("made");
});
