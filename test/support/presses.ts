import * as fc from "fast-check";
import type { SlashCommand } from "../../src/bot/command.ts";

type PressRequest = Parameters<NonNullable<SlashCommand["press"]>>[0];

const junk = fc.oneof(
  fc.constantFrom(
    "",
    "x",
    "0",
    "-1",
    "1e9",
    "NaN",
    "99999999999999999999",
    "2023-11-20",
    "2023-99-99",
    "2023-11-20/2023-11-22",
    "2023-11-20.evening",
  ),
  fc.constantFrom(
    "sam-altman",
    "msft-hires",
    "letter",
    "nobody",
    "__proto__",
    "constructor",
    "toString",
    "@everyone",
    "<@1>",
    "`",
    "\u202E",
    "\u0000",
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

/** Presses as strangers make them up, or older versions left them behind. */
export function anyPress(actions: readonly string[]): fc.Arbitrary<PressRequest> {
  return fc.record({
    action: fc.oneof(fc.constantFrom(...actions), junk),
    details: fc.array(junk, { maxLength: 5 }),
    picked: fc.array(junk, { maxLength: 3 }),
  });
}
