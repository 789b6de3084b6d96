import { expect, test } from "vitest";
import { timeline } from "../../commands/timeline.ts";
import { daysAnswer } from "../../src/view/askDays.ts";
import { gistOf } from "../../src/view/gist.ts";
import { firstSentence, plain } from "../../src/view/markdown.ts";
import { entry } from "../../src/story/story.ts";
import { contextWith } from "../support/context.ts";
import { lookups, story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const calendar = lookups.calendar("Europe/Paris");
const press = async (id: string, page?: string) => {
  const details = page === undefined ? [id] : [id, page];
  const action = page === undefined ? "day" : "all";
  const reply = await timeline.press?.({ action, details, picked: [] }, contextWith());
  return reply?.show(ENGLISH).embeds?.[0]?.description ?? "";
};

test("a long day begins with its two most prominent events, in two sentences", async () => {
  const gist =
    "**Microsoft hires Altman and Brockman. In a letter, employees threaten to follow Altman to Microsoft.**";
  expect((await press("2023-11-20")).split("\n\n")[0]).toBe(gist);
  const events = calendar.eventsOn("2023-11-20").map(({ id }) => id);
  const asked = daysAnswer(
    [{ day: "2023-11-20", events, atScene: [], all: events.length, part: null }],
    story,
    ENGLISH,
  );
  expect(asked.embeds?.[0]?.description?.split("\n\n")[0]).toBe(gist);
});

test("of a long day three of six events are told in short; of one that fits, and on the pages of all, each", async () => {
  const told = async (id: string, page?: string) => {
    const text = await press(id, page);
    const events = calendar.eventsOn(id).filter(({ title }) => text.includes(`**${plain(title.en)}**`));
    const sentences = events.filter(({ summary }) => text.includes(plain(firstSentence(summary.en, "en"))));
    return [sentences.length, events.length];
  };
  expect(await told("2023-11-20")).toEqual([3, 6]);
  expect(await told("2023-11-20", "0")).toEqual([6, 6]);
  expect(await told("2026-02-19")).toEqual([4, 4]);
});

test("all events of a day, page by page, and a day with a few have none", async () => {
  expect(await press("2023-11-20", "0")).not.toMatch(/^\*\*/);
  expect(await press("2019-07-22")).not.toMatch(/^\*\*/);
});

test("what is less than confirmed says so, and a title that ends a sentence gets no second full stop", () => {
  const [one, two, ...more] = calendar.eventsOn("2023-11-20");
  const most = (event: typeof one, changes: object) => ({
    ...entry(story.events, event?.id ?? ""),
    ...changes,
  });
  const events = [
    most(one, { weight: 4, status: "reported", title: { fr: "Il part", en: "He goes" } }),
    most(two, { weight: 4, status: "confirmed", title: { fr: "Et après ?", en: "And then?" } }),
    ...more,
  ] as Parameters<typeof gistOf>[0];
  expect(gistOf(events, FRENCH)).toEqual(["**Il part (rapporté). Et après ?**"]);
});
