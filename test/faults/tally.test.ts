import { expect, test } from "vitest";
import { growth, rise } from "../../faults/soak.ts";
import { tally, type Interaction } from "../../faults/tally.ts";

/** A command that came at `at`, was delivered at once and answered 10 ms later. */
function interaction(more: Partial<Interaction> = {}): Interaction {
  const at = more.at ?? 0;
  return {
    type: 2,
    at,
    deliveries: 1,
    deliveredAt: at,
    answeredAt: at + 10,
    loading: false,
    touched: ["m"],
    source: null,
    repeated: 0,
    ...more,
  } as Interaction;
}

test("what is answered in time is no loss, however long Discord held it back", () => {
  const held = interaction({ deliveries: 1, deliveredAt: 2000, answeredAt: 2010 });
  expect(tally([interaction(), held], 0, false)).toMatchObject({
    sent: 2,
    answered: 2,
    lost: 0,
    recover_ms: 2010,
  });
});

test("lost is what was delivered and not answered in 3 s, or promised and never given", () => {
  const counts = tally(
    [
      interaction({ answeredAt: null }),
      interaction({ answeredAt: 3001 }),
      interaction({ loading: true }),
      interaction({ deliveries: 0, deliveredAt: null, answeredAt: null }),
    ],
    0,
    false,
  );
  expect(counts).toMatchObject({ sent: 4, answered: 0, lost: 3 });
});

test("doubled is what a member sees twice, or what is offered again although it was confirmed", () => {
  const twice = interaction({ touched: ["m", "n"] });
  const again = interaction({ repeated: 1 });
  const pressed = interaction({ type: 3, source: "s", touched: ["s", "m"] });
  expect(tally([twice, again, pressed], 0, false).duplicated).toBe(2);
  expect(tally([twice, again, pressed], 0, true).duplicated).toBe(1);
});

test("it has recovered when the last late answer is there; what was late before the fault does not count", () => {
  const late = (at: number) => interaction({ at, deliveredAt: at, answeredAt: at + 300 });
  expect(tally([late(0), late(1000), late(1500), interaction({ at: 1600 })], 1000, false).recover_ms).toBe(
    800,
  );
  expect(tally([late(0)], 1000, false).recover_ms).toBe(0);
});

const samples = (figures: number[]) =>
  figures.map((figure, n) => ({ interactions: n, heap_mb: figure, rss_mb: figure }));

test("the heap's growth is that of the second half, whatever the first one fills", () => {
  expect(growth(samples([10, 20, 30, 30, 30, 30]))).toBeCloseTo(0);
  expect(growth(samples([10, 10, 10, 10, 11, 12]))).toBeCloseTo(2);
});

test("resident memory rises when its highest does", () => {
  expect(rise(samples([10, 90, 50, 60, 90, 70]))).toBe(0);
  expect(rise(samples([10, 90, 50, 60, 95, 70]))).toBe(5);
});
