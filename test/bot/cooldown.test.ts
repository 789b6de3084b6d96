import { expect, test } from "vitest";
import { createCooldown } from "../../src/bot/cooldown.ts";

const clock = () => {
  let time = 0;
  return { now: () => time, pass: (ms: number) => void (time += ms) };
};
const times = (count: number, act: () => boolean) =>
  Array.from({ length: count }, act).filter(Boolean).length;

test("a member may ask a burst, and from then on as quickly as his bucket fills", () => {
  const { now, pass } = clock();
  const may = createCooldown({ burst: 5, perSecond: 2 }, now);
  expect(times(8, () => may("ann"))).toBe(5);
  pass(1000);
  expect(times(8, () => may("ann"))).toBe(2);
  pass(60_000);
  expect(times(8, () => may("ann"))).toBe(5);
});

test("asking in vain costs nothing, so that who keeps trying gets on as soon as anybody", () => {
  const { now, pass } = clock();
  const may = createCooldown({ burst: 1, perSecond: 1 }, now);
  may("ann");
  for (let n = 0; n < 9; n++) {
    pass(100);
    expect(may("ann")).toBe(false);
  }
  pass(101);
  expect(may("ann")).toBe(true);
});

test("one member's flood is no other's, however many there are", () => {
  const may = createCooldown({ burst: 3, perSecond: 1 }, () => 0);
  for (let n = 0; n < 100; n++) may("flood");
  expect(may("flood")).toBe(false);
  expect(times(50_000, () => may(`member ${Math.random()}`))).toBe(50_000);
});
