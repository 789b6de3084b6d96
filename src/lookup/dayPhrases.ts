import { hoursOf, type TimeOfDay } from "../story/dates.ts";
import type { DayToken, FoundToken } from "./dayTokens.ts";

/** One day, month or year, with as much of it as was said. */
export interface Point {
  weekday?: number;
  /** The month that the weekday's short name could mean as well. */
  orMonth?: number;
  day?: number;
  month?: number;
  year?: number;
  part?: TimeOfDay;
  third?: 0 | 1 | 2;
  weekend?: true;
  week?: true;
  /** Which week of its month, the last is −1. */
  nth?: number;
}

/** One point, or two with what lies between them. */
export interface Phrase {
  relation?: "before" | "after" | "since" | "until";
  points: Point[];
}

/**
 * The days of which the tokens speak, one after another; null where they name none, or where it can't be
 * told what they mean.
 */
export function dayPhrases(found: readonly FoundToken[]): Phrase[] | null {
  const tokens = understood(found);
  const phrases = tokens && phrasesIn(tokens);
  if (!phrases || phrases.length === 0) return null;
  const points = lendDates(phrases.flatMap((phrase) => phrase.points));
  return phrases.map((phrase) => ({ ...phrase, points: points.splice(0, phrase.points.length) }));
}

/**
 * The tokens that matter. Words that are none of a day ("what happened …") are let pass where a day is
 * named beyond doubt, so that nonsense stays nonsense.
 */
function understood(found: readonly FoundToken[]): DayToken[] | null {
  const tokens = ordinalsOf(found.map(({ token }) => token));
  const has = (kind: DayToken["kind"]) => tokens.some((token) => token.kind === kind);
  const namesADay = found.some(({ sure }) => sure) || has("date") || (has("number") && has("month"));
  if (has("unknown") && !namesADay) return null;
  return joined(withHours(withMarch(tokens.filter(({ kind }) => !NOTHING.has(kind)))));
}

/** What says nothing of days. */
const NOTHING = new Set<DayToken["kind"]>(["skip", "unknown", "zone"]);

/** "After 4 pm" and "before noon" are hours of a day; an hour alone is the time from then to the end of its part. */
function withHours(tokens: readonly DayToken[]): DayToken[] {
  const read: DayToken[] = [];
  for (const token of tokens) {
    const relation = token.kind === "part" ? takenRelation(read) : null;
    read.push(token.kind === "part" ? { kind: "part", part: timeOf(token, relation) } : token);
  }
  return read;
}

type Relation = NonNullable<Phrase["relation"]>;

/** The relation that stands last, taken away: "jusqu'à 17 h" has a word more. */
function takenRelation(read: DayToken[]): Relation | null {
  const last = read.at(-1);
  if (last?.kind === "relation") {
    read.pop();
    return last.relation;
  }
  const length = last?.kind === "until" ? 1 : last?.kind === "to" && read.at(-2)?.kind === "until" ? 2 : 0;
  read.splice(read.length - length);
  return length > 0 ? "until" : null;
}

/** The hours or the part of the day that are meant. */
export function timeOf({ part, hour }: DayToken & { kind: "part" }, relation: Relation | null): TimeOfDay {
  const [begin, end] = hoursOf(part) ?? [0, 24];
  const [from, to] = [hour ?? begin, hour ?? end];
  const hours = {
    before: [0, from],
    until: [0, to],
    since: [from, 24],
    after: [to, 24],
  }[relation ?? "since"] as [number, number];
  if (relation === null) return from === begin ? part : `${from}-${end}`;
  return hours[0] < hours[1] ? `${hours[0]}-${hours[1]}` : part;
}

/**
 * An ordinal counts before a week, of a month: "the first week of December"; elsewhere "last" says nothing, and the others
 * are of no day.
 */
function ordinalsOf(tokens: readonly DayToken[]): DayToken[] {
  const hasMonth = tokens.some(({ kind }) => kind === "month" || kind === "date");
  return tokens.map((token, n) => {
    const isOfWeek = hasMonth && tokens[n + 1]?.kind === "week";
    const isFirst = tokens.slice(0, n).every(({ kind }) => kind === "skip");
    if (token.kind === "number" && isOfWeek && isFirst) return { kind: "ordinal", nth: token.value };
    if (token.kind !== "ordinal" || isOfWeek) return token;
    return { kind: token.nth < 0 ? "skip" : "unknown" };
  });
}

/** "Mar" between a weekday and a number is March: "Sun, Mar 31, 1957", "Sat, 1 Mar 1997". */
function withMarch(tokens: readonly DayToken[]): DayToken[] {
  return tokens.map((token, n) => {
    if (token.kind !== "weekdayOrMonth") return token;
    const [last, lastButOne] = tokens
      .slice(0, n)
      .filter(({ kind }) => kind !== "and")
      .slice(-2)
      .toReversed();
    const next = tokens[n + 1]?.kind;
    const isMonth =
      last?.kind === "weekday"
        ? next === "number"
        : last?.kind === "number" && lastButOne?.kind === "weekday" && next !== "number";
    return isMonth ? { kind: "month", month: token.month } : token;
  });
}

/** Takes each "and", "to" and "à" for what it means where it stands. */
function joined(tokens: readonly DayToken[]): DayToken[] {
  let between = false;
  return tokens.flatMap((token, n): DayToken[] => {
    const [before, after] = [tokens[n - 1], tokens[n + 1]];
    if (token.kind === "between") {
      between = true;
      return [];
    }
    // "lundi à 8 h", "vendredi au soir", "mi-novembre"
    if (token.kind === "to" && (after?.kind === "part" || before?.kind === "third")) return [];
    if (token.kind === "slash" && before?.kind === "date" && after?.kind === "date") return [{ kind: "to" }];
    if (token.kind !== "and" && token.kind !== "slash") return [token];
    if (between) {
      between = false;
      return [{ kind: "to" }];
    }
    // "November 20, 2023", "Monday, Nov 20"
    const aDateAfterItsWeekday =
      before?.kind === "weekday" && ["month", "number", "date"].includes(after?.kind ?? "");
    return after?.kind === "year" || aDateAfterItsWeekday ? [] : [{ kind: "and" }];
  });
}

function phrasesIn(tokens: readonly DayToken[]): Phrase[] | null {
  const phrases: Phrase[] = [];
  for (const group of split(tokens, ["and"])) {
    const [lead] = group;
    const relation =
      lead?.kind === "relation" ? lead.relation : lead?.kind === "until" ? ("until" as const) : undefined;
    const [first = [], ...others] = split(group, ["to", "until"]).map(pointsOf);
    if (others.length === 0) {
      phrases.push(...first.map((point) => ({ ...(relation && { relation }), points: [point] })));
      continue;
    }
    const [last = []] = others;
    const [from, to] = [first.at(-1), last[0]];
    if (others.length > 1 || !from || !to) return null;
    phrases.push(...first.slice(0, -1).map((point) => ({ points: [point] })));
    phrases.push({ points: [from, to] });
    phrases.push(...last.slice(1).map((point) => ({ points: [point] })));
  }
  return phrases;
}

function split(tokens: readonly DayToken[], at: readonly DayToken["kind"][]): DayToken[][] {
  const groups: DayToken[][] = [[]];
  for (const token of tokens) {
    if (at.includes(token.kind)) groups.push(token.kind === "until" ? [token] : []);
    else groups.at(-1)?.push(token);
  }
  return groups.filter((group) => group.some(({ kind }) => kind !== "until" && kind !== "relation"));
}

/** A field that comes a second time begins another day: "lundi mardi". */
function pointsOf(tokens: readonly DayToken[]): Point[] {
  const points: Point[] = [];
  let point: Point = {};
  for (const token of tokens) {
    const fields = fieldsOf(token);
    if (Object.keys(fields).some((field) => field !== "part" && field in point)) {
      points.push(point);
      point = {};
    }
    point = { ...fields, ...point };
  }
  return [...points, point].filter(namesDays);
}

function namesDays(point: Point): boolean {
  return Object.keys(point).some((field) => !["part", "third", "nth"].includes(field));
}

function fieldsOf(token: DayToken): Point {
  switch (token.kind) {
    case "weekday":
      return { weekday: token.weekday };
    case "weekdayOrMonth":
      return { weekday: token.weekday, orMonth: token.month };
    case "month":
      return { month: token.month };
    case "part":
      return { part: token.part };
    case "third":
      return { third: token.third };
    case "weekend":
      return { weekend: true };
    case "ordinal":
      return { nth: token.nth };
    case "week":
      return { week: true };
    case "number":
      return { day: token.value };
    case "year":
      return { year: token.year };
    case "date": {
      const { day, month, year } = token;
      return { month, ...(day !== undefined && { day }), ...(year !== undefined && { year }) };
    }
    default:
      return {};
  }
}

/** Each date lends its neighbours what they leave out: "17-22 novembre", "20 novembre au 22", "16 et 17 février 2026". */
function lendDates(points: readonly Point[]): Point[] {
  return points.map((point, n) => {
    if (point.day === undefined && point.month === undefined) return point;
    const neighbours = [...points.slice(n + 1), ...points.slice(0, n).toReversed()];
    const month = point.month ?? neighbours.find((one) => one.month !== undefined)?.month;
    const year = point.year ?? neighbours.find((one) => one.year !== undefined)?.year;
    return { ...point, ...(month !== undefined && { month }), ...(year !== undefined && { year }) };
  });
}

/** A part of the day, where all days named share it; "la nuit de dimanche à lundi" is Monday's. */
export function partOf(phrases: readonly Phrase[]): TimeOfDay | undefined {
  const points = phrases.flatMap((phrase) => phrase.points);
  const [first] = points;
  if (phrases.length === 1 && points.length === 2 && first?.part === "night" && !points[1]?.part)
    return "night";
  return points.every(({ part }) => part === first?.part) ? first?.part : undefined;
}
