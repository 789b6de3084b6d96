import { DiscordAPIError, HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { goneCode, isAcknowledged } from "../../src/bot/gone.ts";
import { insist } from "../../src/bot/insist.ts";

const refusal = (code: number, status = 400) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "POST", "https://discord.com/api", {});
const failure = (status: number) => new HTTPError(status, "", "POST", "https://discord.com/api", {});
const lost = () =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "UND_ERR_SOCKET" }) });

/** Fails with each of the errors, then gives "done"; and a clock that only sleeping moves. */
function stage(errors: Error[]) {
  let time = 0;
  let tries = 0;
  return {
    tries: () => tries,
    clock: { now: () => time, sleep: async (ms: number) => void (time += ms) },
    act: async () => {
      tries++;
      const error = errors.shift();
      if (error) throw error;
      return "done";
    },
  };
}

test.each([
  ["a server error", () => failure(503)],
  ["a lost connection", lost],
  [
    "a connection that undici itself reports lost",
    () => Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }),
  ],
])("after %s it tries again until it works", async (_name, error) => {
  const { act, clock, tries } = stage(Array.from({ length: 4 }, error));
  expect(await insist(act, 2500, clock)).toBe("done");
  expect(tries()).toBe(5);
});

test("it stops in time, and throws what it met last", async () => {
  const { act, clock } = stage(Array.from({ length: 99 }, () => failure(500)));
  await expect(insist(act, 2500, clock)).rejects.toThrow(HTTPError);
  expect(clock.now()).toBeLessThan(2500);
  expect(clock.now()).toBeGreaterThan(1500);
});

test.each([
  ["what Discord refuses", refusal(50035)],
  ["what is gone", refusal(10062, 404)],
  ["a fault of our own", new TypeError("x is not a function")],
])("%s is final", async (_name, error) => {
  const { act, clock, tries } = stage([error]);
  await expect(insist(act, 2500, clock)).rejects.toBe(error);
  expect(tries()).toBe(1);
});

test("what is gone has its code; all else is a fault", () => {
  expect([10062, 40060, 10008, 10015, 10003, 50027].map((code) => goneCode(refusal(code)))).toEqual([
    10062, 40060, 10008, 10015, 10003, 50027,
  ]);
  expect([refusal(50035), refusal(50013), failure(500), new Error("x")].map(goneCode)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([isAcknowledged(refusal(40060)), isAcknowledged(refusal(10062))]).toEqual([true, false]);
});
