import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daysIn,
  eachDay,
  instantOfPost,
  isStoryDate,
  isZone,
  when,
  type Dated,
} from "../../src/story/dates.ts";
import { loadStory } from "../../src/story/load.ts";

const PARIS = "Europe/Paris";
const SAN_FRANCISCO = "America/Los_Angeles";

/** The days on which a zone shows a date, as from/to. */
function shown(date: Dated, zone: string): string | null {
  const days = daysIn(when(date), zone);
  return days && `${days.from.toString()}/${days.to.toString()}`;
}

/** The length of a day in Paris. */
function hours(date: string): number {
  const { start, end } = when({ date, zone: PARIS });
  return start.until(end).total("hours");
}

/** The second at which a post was made. */
function second(id: string): string {
  return instantOfPost(id).toString({ smallestUnit: "second", roundingMode: "trunc" });
}

describe("an hour", () => {
  test("belongs to the day of whoever asks", () => {
    const hire = { date: "2023-11-20T07:53:28Z" };
    expect(shown(hire, PARIS)).toBe("2023-11-20/2023-11-20");
    expect(shown(hire, SAN_FRANCISCO)).toBe("2023-11-19/2023-11-19");
  });

  test("falls on the day that Intl gives, in every zone and at every instant", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const instant = fc.date({
      min: new Date("1990-01-01T00:00:00Z"),
      max: new Date("2040-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (moment, zone) => {
        const date = `${moment.toISOString().slice(0, 19)}Z`;
        const parts = new Intl.DateTimeFormat("en", {
          timeZone: zone,
          year: "numeric",
          month: "2-digit",
          day: "2-digit",
        }).formatToParts(moment);
        const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
        const day = `${part("year")}-${part("month")}-${part("day")}`;
        expect(shown({ date }, zone)).toBe(`${day}/${day}`);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["2023-03-26T00:59:59Z", "2023-03-26", "summer time begins in Paris"],
    ["2023-03-25T22:59:59Z", "2023-03-25", "the last second of the day before"],
    ["2023-10-28T21:59:59Z", "2023-10-28", "the last second before the long day"],
    ["2023-10-29T22:59:59Z", "2023-10-29", "the last second of the day of 25 hours"],
  ])("%s is %s in Paris: %s", (date, day) => {
    expect(shown({ date }, PARIS)).toBe(`${day}/${day}`);
  });
});

test("nine events of the crisis fall on another weekday in San Francisco than in Paris", async () => {
  const { events } = await loadStory("data");
  const nine = [
    "gdb-quits",
    "gdb-timeline-post",
    "eulogy-post",
    "msft-hires",
    "agreement",
    "altman-return-post",
    "nadella-encouraged",
    "gdb-returns",
    "shear-72h",
  ];
  const weekdays = (zone: string) =>
    nine.map((id) => daysIn(events.get(id)!.when, zone)?.from.toLocaleString("en", { weekday: "short" }));
  expect(weekdays(PARIS)).toEqual(["Sat", "Sat", "Sat", "Mon", "Wed", "Wed", "Wed", "Wed", "Wed"]);
  expect(weekdays(SAN_FRANCISCO)).toEqual(["Fri", "Fri", "Fri", "Sun", "Tue", "Tue", "Tue", "Tue", "Tue"]);
});

describe("a day", () => {
  test("is itself in the zone in which it was counted, whatever its length", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const day = fc
      .integer({ min: 0, max: 365 * 12 })
      .map((days) => Temporal.PlainDate.from("2016-01-01").add({ days }).toString());
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (date, zone) => {
        expect(shown({ date, zone }, zone)).toBe(`${date}/${date}`);
      }),
      { numRuns: 300 },
    );
  });

  test("counted elsewhere is shown on the day that holds most of it", () => {
    expect(shown({ date: "2023-11-18", zone: SAN_FRANCISCO }, PARIS)).toBe("2023-11-18/2023-11-18");
    expect(shown({ date: "2023-11-18", zone: SAN_FRANCISCO }, "Asia/Tokyo")).toBe("2023-11-19/2023-11-19");
    expect(shown({ date: "2023-11-18/2023-11-19", zone: "Asia/Tokyo" }, SAN_FRANCISCO)).toBe(
      "2023-11-17/2023-11-18",
    );
  });

  test("of 25 hours lasts 25 hours, and one of 23 lasts 23", () => {
    expect(hours("2023-10-29")).toBe(25);
    expect(hours("2023-03-26")).toBe(23);
    expect(hours("2023-11-20")).toBe(24);
  });
});

describe("a part of a day", () => {
  test("moves with the zone: an evening in San Francisco is the next morning in Paris", () => {
    const evening = { date: "2023-11-19", zone: SAN_FRANCISCO, part: "evening" } as const;
    expect(when(evening).precision).toBe("part");
    expect(shown(evening, SAN_FRANCISCO)).toBe("2023-11-19/2023-11-19");
    expect(shown(evening, PARIS)).toBe("2023-11-20/2023-11-20");
  });

  test("that midnight halves belongs to the day on which it ends", () => {
    const interview = { date: "2023-11-20", zone: SAN_FRANCISCO, part: "afternoon" } as const;
    expect(shown(interview, PARIS)).toBe("2023-11-21/2023-11-21");
  });

  test("has its hours where the clock jumps, too", () => {
    const night = when({ date: "2023-03-26", zone: PARIS, part: "night" });
    expect(night.start.toString()).toBe("2023-03-25T23:00:00Z");
    expect(night.end.toString()).toBe("2023-03-26T04:00:00Z");
  });
});

describe("a date", () => {
  test.each([
    ["2023-11-20T07:53:28Z", "hour"],
    ["2023-11-20T07:53Z", "hour"],
    ["2023-11-20", "day"],
    ["2023-11-18/2023-11-19", "days"],
    ["2026-01-23/..", "day"],
    ["2023-11", "month"],
    ["2023-09/2023-11", "month"],
    ["2018", "year"],
  ] as const)("%s is known to the %s", (date, precision) => {
    expect(isStoryDate(date)).toBe(true);
    expect(when({ date }).precision).toBe(precision);
  });

  test.each(["2023-11~", "2016~", "2023?", "2023-11-21%"])("%s is approximate", (date) => {
    expect(isStoryDate(date)).toBe(true);
    expect(when({ date }).approximate).toBe(true);
  });

  test.each([
    "",
    "hier",
    "20/11/2023",
    "2023-02-30",
    "2023-02-30T10:00:00Z",
    "2023-11-20T25:00:00Z",
    "2023-11-20T07:53:28",
    "2023-11-20T07:53:28+01:00",
    "2023-11-22/2023-11-20",
    "2023-21",
    "[2023,2024]",
    "156X",
    "../2023",
  ])("“%s” is none", (text) => {
    expect(isStoryDate(text)).toBe(false);
  });

  test("known by month or year only is on no day", () => {
    expect(shown({ date: "2023-11" }, PARIS)).toBeNull();
    expect(shown({ date: "2018" }, PARIS)).toBeNull();
  });
});

test("a zone has an IANA name; an offset or a city names none", () => {
  expect(["Europe/Paris", "UTC", "America/Los_Angeles"].every(isZone)).toBe(true);
  expect(["+01:00", "Paris", "", "Europe/Nowhere"].some(isZone)).toBe(false);
});

test("an X post's id holds the instant at which it was posted", () => {
  expect(second("1726509045803336122")).toBe("2023-11-20T07:53:28Z");
  expect(second("1725631621511184771")).toBe("2023-11-17T21:46:53Z");
  expect(second("1790517455628198322")).toBe("2024-05-14T23:00:02Z");
  expect(instantOfPost("0").toString()).toBe("2010-11-04T01:42:54.657Z");
});

test("each day of a span is counted once, its ends included", () => {
  const days = eachDay(Temporal.PlainDate.from("2024-02-28"), Temporal.PlainDate.from("2024-03-01"));
  expect(days.map(String)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
});
