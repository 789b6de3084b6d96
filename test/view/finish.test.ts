import { expect, test } from "vitest";
import { button, buttonRow } from "../../src/view/components.ts";
import { finished, type Place } from "../../src/view/finish.ts";
import { idsOf } from "../support/context.ts";
import { ENGLISH } from "../support/voices.ts";

const message = {
  components: buttonRow([button("day", "timeline:day:2023-11-20"), button("help", "help:all")]),
};

function idsAt(place: Partial<Place>): string[] {
  const whole = {
    again: undefined,
    againInOtherWords: false,
    canShare: true,
    mayEmbed: true,
    page: 0,
    off: [],
    ...place,
  };
  return idsOf(finished(message, whole, ENGLISH)).map(({ id }) => id);
}

test("nothing leads to a command that is switched off, nor shares its answer", () => {
  const again = "timeline:day:2023-11-20";
  expect(idsAt({ again })).toEqual(["timeline:day:2023-11-20", "help:all", `share:${again}`]);
  expect(idsAt({ again, off: ["timeline"] })).toEqual(["help:all"]);
  expect(idsAt({ again, off: ["help"] })).toEqual(["timeline:day:2023-11-20", `share:${again}`]);
});

test("a second page of plain text is offered only where it goes on from the first", () => {
  const long = {
    embeds: [{ description: Array.from({ length: 5 }, () => "word ".repeat(190)).join("\n\n") }],
  };
  const at = (againInOtherWords: boolean) =>
    finished(
      long,
      { again: "ask:show:event:1", againInOtherWords, canShare: false, mayEmbed: false, page: 0, off: [] },
      ENGLISH,
    );
  expect(idsOf(at(false)).map(({ id }) => id)).toEqual(["plain:1:ask:show:event:1"]);
  expect(idsOf(at(true))).toEqual([]);
  expect(at(true).content).toMatch(/…$/);
});
