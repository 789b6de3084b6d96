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
  expect(french).toMatch(/\*\*Ce jour-là à San Francisco, heure locale\*\*\n● 22:03 Accord de principe/);
});

test("several days are named like those of a timeline", () => {
  const days = ["2023-11-17", "2023-11-18", "2023-11-20"].map((day) => ({
    day,
    events: ["altman-fired"],
    atScene: [],
    all: 1,
    part: null,
  }));
  const [embed] = daysAnswer(days, story, FRENCH).embeds ?? [];
  expect(embed?.title).toBe("Du vendredi 17 au lundi 20 novembre 2023");
  // What is among the events of several days is told on the first.
  expect(embed?.description?.match(/Le conseil d’OpenAI renvoie/g)).toHaveLength(1);
  expect(embed?.description?.match(/\+ 1 autre$/gm)).toHaveLength(2);
});
