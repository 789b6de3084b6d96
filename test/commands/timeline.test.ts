import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeline } from "../../commands/timeline.ts";
import { createLookups } from "../../src/lookup/lookups.ts";
import { timelineOf } from "../../src/lookup/timeline.ts";
import { mostProminentFirst } from "../../src/story/prominence.ts";
import { readCustomId } from "../../src/view/customId.ts";
import { daysView } from "../../src/view/days.ts";
import { dayView } from "../../src/view/timeline.ts";
import { contextWith, idsOf, replyFaults } from "../support/context.ts";
import { choiceBreaches, wordsOf } from "../support/limits.ts";
import { anyPress } from "../support/presses.ts";
import { lookups, story, ZONES } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const context = contextWith();

function complete(typed: string, changes = {}) {
  return timeline.complete?.({ option: "day", typed, options: {} }, contextWith(changes)) ?? [];
}

test("a day has a public answer, no day a private one with the story's days", async () => {
  expect((await timeline.answer({ options: { day: "lundi" } }, context)).visibility).toBe("public");
  const missed = await timeline.answer({ options: { day: "blurf" } }, context);
  expect(missed.visibility).toBe("private");
  expect(idsOf(missed.show(FRENCH)).map(({ id }) => id)).toEqual([
    ...[16, 17, 18, 19, 20, 21, 22].map((day) => `timeline:day:2023-11-${day}`),
    "timeline:glance",
  ]);
});

test.each([
  ["lendemain du renvoi", "Saturday 18 November 2023"],
  ["the day after the firing", "Saturday 18 November 2023"],
  ["entre le renvoi et le retour", "Friday 17 to Wednesday 22 November 2023"],
])("days may be told by an event: %s", async (day, title) => {
  const reply = await timeline.answer({ options: { day } }, context);
  expect(reply.visibility).toBe("public");
  expect(reply.show(ENGLISH).embeds?.[0]?.title).toBe(title);
});

test("days that an event tells and of which the story tells nothing are named", async () => {
  const reply = await timeline.answer({ options: { day: "la veille du DevDay" } }, context);
  expect(reply.show(ENGLISH).embeds?.[0]?.description).toContain("Sunday 5 November 2023");
});

test("a day is that of the server's zone, and the other weekday is shown beside it", async () => {
  const shown = await Promise.all(
    ZONES.map(async (zone) => {
      const reply = await timeline.answer(
        { options: { day: "2023-11-20T07:53:28Z" } },
        contextWith({ zone }),
      );
      return reply.show({ ...ENGLISH, zone }).embeds?.[0]?.title;
    }),
  );
  expect(shown).toEqual([
    "Monday 20 November 2023",
    "Sunday 19 November 2023",
    "Monday 20 November 2023",
    "Monday 20 November 2023",
  ]);
});

test("the same question is looked up once for the server, by what it means", async () => {
  const asked: string[] = [];
  const counting = contextWith({
    cached: async (question, compute) => {
      if (question[0] === "timeline") asked.push(JSON.stringify(question));
      return compute();
    },
  });
  for (const day of ["lundi", "Monday", "20 novembre", "2023-11-20", "mardi"])
    await timeline.answer({ options: { day } }, counting);
  expect(new Set(asked).size).toBe(2);
});

test("each suggestion for an empty text is a day of its own, the story's week first", () => {
  const values = complete("").map(({ value }) => value);
  expect(values.slice(0, 7)).toEqual([16, 17, 18, 19, 20, 21, 22].map((day) => `2023-11-${day}`));
  expect(values).toEqual([...new Set(values)]);
  expect(values).toHaveLength(25);
});

test("what is typed is suggested under the name of what it means, then each of its days", () => {
  expect(complete("week-end").slice(0, 3)).toEqual([
    {
      name: expect.stringMatching(/^Du samedi 18 au dimanche 19 novembre 2023 — \d+ événements$/),
      value: "week-end",
    },
    { name: expect.stringMatching(/^Samedi 18 novembre 2023 — /), value: "2023-11-18" },
    { name: expect.stringMatching(/^Dimanche 19 novembre 2023 — /), value: "2023-11-19" },
  ]);
  // What goes on for days is one event.
  const { days } = timelineOf(
    { ranges: [{ from: "2023-11-18", to: "2023-11-19" }] },
    lookups.calendar("Europe/Paris"),
  );
  const count = new Set(days.flatMap(({ events }) => events)).size;
  expect(complete("week-end")[0]?.name).toContain(`— ${count} événements`);
  expect(complete("lundi")[0]?.value).toBe("2023-11-20");
  expect(complete("monday", { language: "en" })[0]?.name).toMatch(/^Monday 20 November 2023 — \d+ events$/);
  expect(complete("1er octobre")[0]?.name).toMatch(/^Mercredi 1er octobre 2025 — /);
  expect(complete("nove").length).toBeGreaterThan(5);
  expect(complete("blurf")).toEqual([]);
});

describe("a day told by an event", () => {
  test.each([
    ["le lendemain du renvoi", "2023-11-18"],
    ["what day was the firing?", "2023-11-17"],
    ["Quel est le jour de la lettre ?", "2023-11-20"],
    ["the day after the letter", "2023-11-21"],
  ])("is suggested: %s", (typed, day) => {
    expect(lookups.ask).toBe(lookups.askAtHand);
    expect(complete(typed)[0]?.value).toBe(day);
  });

  test("is suggested under the name of the days that it means", () => {
    expect(lookups.ask).toBe(lookups.askAtHand);
    expect(complete("après la lettre")[0]).toEqual({
      name: expect.stringMatching(/^Du mardi 21 au jeudi 23 novembre 2023 — \d+ événements$/),
      value: "après la lettre",
    });
  });

  test("is not suggested until its event can be looked up, for nobody is to wait at each letter", () => {
    expect(complete("le lendemain du renvoi", { lookups: createLookups(story) })).toEqual([]);
  });
});

test("times are named as people name them: a month, a year, each of several, with their years where they differ", async () => {
  const titles: Record<string, string> = {
    novembre: "Novembre 2023",
    "2018": "2018",
    mai: "Mai 2024 · Mai 2025 · Mai 2026",
    "mi-novembre": "Du samedi 11 au lundi 20 novembre 2023",
    "2018-2023": "2018–2023",
    "octobre à novembre 2023": "Octobre\u2009–\u2009novembre 2023",
    "20 et 22 novembre": "Lundi 20 novembre 2023 · Mercredi 22 novembre 2023",
  };
  for (const [day, title] of Object.entries(titles)) {
    const message = (await timeline.answer({ options: { day } }, context)).show(FRENCH);
    expect([day, message.embeds?.[0]?.title]).toEqual([day, title]);
  }
  const months = (await timeline.answer({ options: { day: "mai" } }, context)).show(FRENCH);
  expect(months.embeds?.[0]?.description).toMatch(/^\*\*Mer\. 15 mai 2024\*\*[^]*\*\*Lun\. 18 mai 2026\*\*/);
  const week = (await timeline.answer({ options: { day: "17-22 novembre" } }, context)).show(FRENCH);
  expect(week.embeds?.[0]?.description).toMatch(/^\*\*Ven\. 17 nov\.\*\*/);
});

test("any text is completed within the limits, and every suggestion is a day that is answered in public", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 6000 }),
        fc.constantFrom("l", "nov", "20", "20, ".repeat(40), "2023"),
      ),
      async (typed) => {
        const choices = complete(typed);
        expect(choiceBreaches(choices)).toEqual([]);
        const answers = await Promise.all(
          choices.slice(0, 1).map(({ value }) => timeline.answer({ options: { day: value } }, context)),
        );
        expect(answers.filter(({ visibility }) => visibility === "private")).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("any press whatever gives an answer that Discord takes, or null", async () => {
  await fc.assert(
    fc.asyncProperty(anyPress(["glance", "day", "open", "all"]), async (press) => {
      const reply = await timeline.press?.(press, context);
      expect(reply ? replyFaults(reply) : []).toEqual([]);
    }),
  );
});

test("every page of a long day can be turned to, and shows other events", async () => {
  const all = lookups
    .calendar("Europe/Paris")
    .eventsOn("2023-11-20")
    .map(({ id }) => id);
  const seen: string[] = [];
  let next: string | undefined = "timeline:all:2023-11-20:0";
  for (let turns = 0; next !== undefined && turns < 20; turns++) {
    const { action, details } = readCustomId(next);
    const message = (await timeline.press?.({ action, details, picked: [] }, context))?.show(FRENCH) ?? {};
    const parts = idsOf(message);
    seen.push(...parts.flatMap(({ id, values }) => (id === "source:open" ? values : [])));
    const pages = parts.map(({ id }) => id).filter((id) => id.startsWith("timeline:all:"));
    const page = Number(details[1]);
    expect(pages.includes(`timeline:all:2023-11-20:${page - 1}`)).toBe(page > 0);
    next = pages.find((id) => id.endsWith(`:${page + 1}`));
  }
  expect(seen).toEqual(all);
});

test("each event of a day can be opened, from two menus where one does not hold them all", () => {
  const lightestFirst = mostProminentFirst(lookups.story.events.values()).toReversed();
  const menusOf = (count: number) => {
    const [day, events] = ["2023-11-20", lightestFirst.slice(-count).map(({ id }) => id)];
    const days = [{ day, events }];
    const question = { ranges: [{ from: day, to: day }] };
    const answer = { question, days, withoutHour: 0, undated: [], before: null, after: null };
    const message = dayView(answer, "short", lookups.story, FRENCH);
    const menus = idsOf(message).filter(({ id }) => id.startsWith("source:open"));
    return { events, menus, text: JSON.stringify(message.components) };
  };
  const { events, menus, text } = menusOf(40);
  expect(menus.map(({ values }) => values.length)).toEqual([20, 20]);
  expect(menus.flatMap(({ values }) => values)).toEqual(events);
  expect(text).toContain("Ouvrir un événement… (21 à 40 sur 40)");
  expect(menusOf(25).menus).toHaveLength(1);
  expect(menusOf(25).text).toContain('"Ouvrir un événement…"');
  // Of more than they hold, the most prominent.
  const many = menusOf(60);
  const kept = many.menus.flatMap(({ values }) => values);
  expect(kept).toHaveLength(50);
  expect(kept).toEqual(expect.arrayContaining(many.events.slice(-6)));
});

test("of several days, what goes on is told once, on the first of them", async () => {
  const sections = async (day: string) =>
    (await timeline.answer({ options: { day } }, context))
      .show(ENGLISH)
      .embeds?.[0]?.description?.split("\n\n") ?? [];
  const [saturday, sunday] = await sections("weekend");
  expect(saturday).toContain("Investors and managers press for Altman’s return");
  expect(sunday).not.toContain("Investors and managers press for Altman’s return");
  expect(sunday).toMatch(/\n\+ 8 more$/);
  const summit = await sections("16-19 February 2026");
  expect(summit.map((text) => text.includes("India AI Impact Summit"))).toEqual([true, false]);
  expect(summit[1]).toMatch(/^\*\*Thu 19 Feb\*\*/);
  expect((await sections("18 February 2026"))[0]).toContain("India AI Impact Summit");
});

test("a long time is told page by page, in the order of time, and nothing of it is left out", async () => {
  const reply = await timeline.answer({ options: { day: "2024-2026" } }, context);
  const pages = [reply.show(ENGLISH)];
  let next: string | undefined = "timeline:all:2024-01-01/2026-12-31:1";
  for (; next !== undefined && pages.length < 9;) {
    const { action, details } = readCustomId(next);
    const page = (await timeline.press?.({ action, details, picked: [] }, context))?.show(ENGLISH) ?? {};
    pages.push(page);
    next = idsOf(page)
      .map(({ id }) => id)
      .find((id) => /^timeline:all:.*:[1-9]/.test(id));
  }
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]?.embeds?.[0]).toMatchObject({ title: "2024\u2009–\u20092026" });
  expect(pages.map((page) => page.embeds?.[0]?.footer?.text)).toEqual(
    pages.map((_, n) => `Paris time · page ${n + 1} of ${pages.length}`),
  );
  const days = pages.flatMap((page) =>
    idsOf(page).flatMap(({ id, values }) => (id === "timeline:open" ? values : [])),
  );
  expect(days).toEqual([...new Set(days)].toSorted());
  expect(days.at(-1)).toBe("2026-05-18");
  const text = pages.map((page) => page.embeds?.[0]?.description).join("\n\n");
  expect(text).toMatch(/2025\*\*[^]*November 2025 [^]*2026\*\*/);
  expect(text).not.toContain("\n…");
});

test("from the story at a glance one gets on to what came before and after, year by year", async () => {
  const shown = (await timeline.answer({ options: {} }, context)).show(FRENCH);
  const later = shown.embeds?.[0]?.description?.split("**Après**")[1] ?? "";
  for (const year of ["2023", "2024", "2025", "2026"])
    expect(later).toMatch(new RegExp(`^● .*${year}[ ,]`, "m"));
  const [before, after] = idsOf(shown).map(({ id }) => readCustomId(id));
  for (const [asked, day] of [
    [before, "2018-02-21"],
    [after, "2024-03-08"],
  ] as const) {
    const press = { action: asked?.action ?? "", details: asked?.details ?? [], picked: [] };
    const list = (await timeline.press?.(press, context))?.show(FRENCH) ?? {};
    expect(idsOf(list).find(({ id }) => id === "timeline:open")?.values).toContain(day);
  }
});

test("at a glance, what stands under no day has its own", async () => {
  const shown = (await timeline.answer({ options: {} }, context)).show(ENGLISH);
  const lines = shown.embeds?.[0]?.description?.split("\n") ?? [];
  expect(lines.filter((line) => line.includes("officially back"))).toEqual([
    expect.stringMatching(/^● 29 Nov 2023 Altman is officially back/),
  ]);
});

test("whoever typed another weekday is told so on every page of that day, and not of the days beside it", async () => {
  const note = "Le 21 nov. 2023 est un mardi";
  const first = (await timeline.answer({ options: { day: "lundi 21 novembre" } }, context)).show(FRENCH);
  expect(first.embeds?.[0]?.footer?.text).toContain(note);
  const footers: string[] = [];
  for (const { id } of idsOf(first).filter((part) => part.id.startsWith("timeline:"))) {
    const { action, details } = readCustomId(id);
    const shown = (await timeline.press?.({ action, details, picked: [] }, context))?.show(FRENCH);
    footers.push(`${action} ${shown?.embeds?.[0]?.footer?.text.includes(note)}`);
  }
  expect(footers).toEqual(["day false", "day false", "all true", "glance false"]);
});

test("an event is disputed first in what is about it before all else", async () => {
  const evening = (await timeline.answer({ options: { day: "vendredi soir" } }, context)).show(FRENCH);
  const sections = evening.embeds?.[0]?.description?.split("\n\n") ?? [];
  expect(sections.find((text) => /^● .*Le conseil reproche à Altman/.test(text))).toContain(
    "⚖ Récits divergents · Pourquoi le conseil a-t-il renvoyé Altman\u00A0?",
  );
});

test("what is known by its part of the day at the scene is so in the menu too", async () => {
  const message = (await timeline.answer({ options: { day: "lundi" } }, context)).show(FRENCH);
  const menu = JSON.stringify(message.components);
  expect(menu).toContain("● confirmé · dim. soir à San Francisco");
});

test("events of one month without a day are shown with how many more there are", () => {
  const byMonth = Map.groupBy(
    lookups.story.events.values(),
    ({ when }) => when.counted?.from.toString() ?? "",
  );
  const [undated] = [...byMonth.values()].filter((events) => events.length > 5);
  const question = { ranges: [{ from: "2018-01-01", to: "2026-12-31" }] };
  const ids = undated?.slice(0, 8).map(({ id }) => id) ?? [];
  const answer = { question, days: [], withoutHour: 0, undated: ids, before: null, after: null };
  const lines = daysView(answer, "short", lookups.story, FRENCH).embeds?.[0]?.description?.split("\n");
  expect(lines).toHaveLength(6);
  expect(lines?.at(-1)).toBe(`+ ${ids.length - 5} autres, au mois ou à l’année près`);
});

test("what is asked for again is the same answer", async () => {
  for (const day of [
    "lundi",
    "vendredi soir",
    "17-22 novembre",
    "16/11/2023, 2018, mai",
    "lundi 21 novembre",
  ]) {
    const reply = await timeline.answer({ options: { day } }, context);
    const { action, details } = readCustomId(reply.again ?? "");
    const again = await timeline.press?.({ action, details, picked: [] }, context);
    expect(again?.show(FRENCH)).toEqual(reply.show(FRENCH));
  }
});

test.each([
  ["31 novembre", "Le 31 novembre 2023 n’existe pas"],
  ["blurf", "Je ne trouve aucun jour"],
])("%s is no day, and the days of the week stand below", async (day, said) => {
  const reply = await timeline.answer({ options: { day } }, contextWith());
  const message = reply.show(FRENCH);
  expect(reply.visibility).toBe("private");
  expect(message.embeds?.[0]?.description).toContain(said);
  expect(idsOf(message).length).toBeGreaterThan(0);
});

async function embedOf(day: string, zone = "Europe/Paris") {
  const reply = await timeline.answer({ options: { day } }, contextWith({ zone }));
  return reply.show({ ...ENGLISH, zone }).embeds?.[0];
}

test("an hour shows what happened from then on, and where that is another zone's, it says so", async () => {
  const here = await embedOf("vendredi à 21h30");
  expect(here?.title).toBe("Friday 17 November 2023, from 21:00");
  expect(here?.description).toContain("OpenAI’s board fires Sam Altman");
  const french = await timeline.answer({ options: { day: "vendredi à 21h30" } }, context);
  expect(french.show(FRENCH).embeds?.[0]?.title).toBe("Vendredi 17 novembre 2023, à partir de 21\u00A0h");
  const there = await embedOf("friday 4pm");
  expect(there?.title).toBe("Friday 17 November 2023, from 16:00 to 18:00 in San Francisco");
  expect(there?.description).toContain("Greg Brockman quits");
  expect(there?.description).not.toContain("12:00");
  expect(there?.footer?.text).toContain("San Francisco time · nothing at that time of day in Paris");
});

test("a zone that is named with an hour is the one in which it is answered, by the buttons too", async () => {
  const reply = await timeline.answer({ options: { day: "8pm PST sunday" } }, context);
  const shown = reply.show(ENGLISH);
  expect(shown.embeds?.[0]?.title).toBe("Sunday 19 November 2023, from 20:00");
  expect(shown.embeds?.[0]?.description).toContain("23:53");
  expect(shown.embeds?.[0]?.footer?.text).toMatch(/^San Francisco time/);
  const { action, details } = readCustomId(reply.again ?? "");
  const again = await timeline.press?.({ action, details, picked: [] }, context);
  expect(again?.show(ENGLISH)).toEqual(shown);
});

test("a date with the name of another weekday offers the year in which it has that name", async () => {
  const reply = await timeline.answer({ options: { day: "fri nov 17 2024" } }, context);
  const shown = reply.show(ENGLISH);
  expect(idsOf(shown)[0]?.id).toBe("timeline:day:2023-11-17");
  expect(wordsOf(shown)).toContain("Fri 17 Nov 2023");
});

test.each([
  ["20/13/2023", "a year has 12 months"],
  ["before", "“before Friday”"],
  ["après", "“before Friday”"],
])("what is wrong with %s is said", async (day, told) => {
  const [embed] = (await timeline.answer({ options: { day } }, context)).show(ENGLISH).embeds ?? [];
  expect(embed?.description).toContain(told);
});
