import { expect, test } from "vitest";
import { daysAnswer } from "../../src/view/askDays.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const tuesdayEvening = {
  day: "2023-11-21",
  events: [],
  atScene: ["agreement"],
  all: 13,
  part: "evening" as const,
};

test("what happened on that day at the scene has the scene's hour, and says whose it is", () => {
  const [english, french] = [ENGLISH, FRENCH].map(
    (voice) => daysAnswer([tuesdayEvening], story, voice).embeds?.[0]?.description,
  );
  expect(english).toMatch(/\*\*On that day in San Francisco, local time\*\*\n● 22:03 Agreement in principle/);
  expect(french).toMatch(
    /\*\*Ce jour-là à San Francisco, heure locale\*\*\n● 22\u00A0h\u00A003 Accord de principe/,
  );
});

test("several days are named like those of a timeline", () => {
  const days = ["2023-11-17", "2023-11-18", "2023-11-20"].map((day, n) => ({
    day,
    events: ["altman-fired"],
    atScene: [],
    all: n + 1,
    part: null,
  }));
  const [embed] = daysAnswer(days, story, FRENCH).embeds ?? [];
  expect(embed?.title).toBe("Du vendredi 17 au lundi 20 novembre 2023");
  // What is among the events of several days is told on the first.
  expect(embed?.description?.match(/Le conseil d’OpenAI renvoie/g)).toHaveLength(1);
  // Nor does a day stand there with nothing under its name.
  expect(embed?.description?.match(/^\*\*.*\*\*$/gm)).toEqual(["**Vendredi 17 novembre 2023**"]);
  expect(embed?.description).toMatch(/\n\+\s2 autres jours$/);
});

test("what is known by its month only stands where its time is, and a button leads to all of the days", () => {
  const days = ["2026-01-23", "2026-05-18"].map((day) => ({
    day,
    events: [day === "2026-01-23" ? "codex-loop" : "musk-verdict"],
    atScene: [],
    all: 1,
    part: null,
  }));
  const ranges = [{ from: "2026-01-01", to: "2026-12-31" }];
  const { embeds, components } = daysAnswer(days, story, ENGLISH, {
    ranges,
    otherDays: 3,
    undated: ["altman-india-visit"],
  });
  const text = embeds?.[0]?.description ?? "";
  const places = ["23 January 2026", "February 2026", "18 May 2026", "+ 3 more days"].map((one) =>
    text.indexOf(one),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(JSON.stringify(components)).toContain("timeline:day:2026-01-01/2026-12-31");
});
