import { isDays, when, type Dated } from "../dates.ts";
import type { Fault } from "../fault.ts";
import type { Draft } from "../read.ts";
import type { Account, SourceRecord } from "../schema.ts";

/** A day without its zone is no day, and a source can't tell what happened after it was published. */
export function wrongDates(draft: Draft): Fault[] {
  const published = publications(draft.sources);
  return [
    ...draft.events.flatMap((event) => wrongForm("events.json", event.id, event)),
    ...draft.quotes.flatMap(({ id, date, zone }) => wrongForm("quotes.json", id, { date, zone })),
    ...draft.people.flatMap(wrongRoles),
    ...draft.events.flatMap((event) => outsideAccounts(event, published)),
    ...draft.quotes.flatMap((quote) => outsideProofs(quote, published)),
    ...draft.disputes.flatMap(wrongSeries),
    ...draft.disputes.flatMap((dispute) => outsideSeries(dispute, published)),
    ...draft.people.flatMap((person) => outsideRoles(person, published)),
  ];
}

/** The zone, the part of the day and "about" belong to one kind of date each. */
function wrongForm(
  file: string,
  id: string,
  { date, zone, part, about }: Omit<Dated, "date"> & { date: string | null },
): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: string, reason: string) => faults.push({ file, place: `${id}: ${field}`, reason });
  const precision = date === null ? null : when({ date }).precision;
  const isDay = date !== null && isDays(date);
  if (isDay && !zone) fault("zone", "is missing: a day needs the zone it was counted in");
  if (!isDay && zone) fault("zone", "only a day has a zone; an instant, a month or a year has none");
  if (part && precision !== "day") fault("part", "only a single day has a part");
  if (about && precision !== "hour")
    fault("about", "only an instant can be about right; write ~ after a day, month or year");
  return faults;
}

/**
 * When each source was published at the latest, by its id. Days are taken in the zone where they end last
 * (UTC-12); a source without a date, or one that goes on being published, has no end.
 */
function publications(
  sources: readonly SourceRecord[],
): Map<string, { text: string; end: Temporal.Instant }> {
  const found = new Map<string, { text: string; end: Temporal.Instant }>();
  for (const { id, date } of sources) {
    if (date === null || date.endsWith("..")) continue;
    const { end, precision } = when({ date });
    found.set(id, { text: date, end: precision === "hour" ? end : end.add({ hours: 12 }) });
  }
  return found;
}

type Published = ReturnType<typeof publications>;

function outsideAccounts(
  { id, accounts, ...date }: Dated & { id: string; accounts: Account[] },
  published: Published,
): Fault[] {
  const { start } = when(date);
  return accounts.flatMap(({ source, ahead }, n) => {
    const day = published.get(source)?.text;
    const late = isAfter(start, source, published);
    if (day === undefined || late === Boolean(ahead)) return [];
    const reason = late
      ? `${source} (${day}) was published before ${date.date}; mend a date, or mark the account \`ahead\``
      : `${source} (${day}) was not published before ${date.date}; take \`ahead\` away`;
    return [{ file: "events.json", place: `${id}: accounts.${n}`, reason }];
  });
}

function outsideProofs({ id, date, zone, proofs }: Draft["quotes"][number], published: Published): Fault[] {
  if (date === null) return [];
  const { start } = when({ date, zone });
  return proofs.flatMap(({ source }, n) =>
    isAfter(start, source, published)
      ? [early("quotes.json", `${id}: proofs.${n}`, source, date, published)]
      : [],
  );
}

/** A number that moves is told over time; a month may stand wherever one of its days can. */
function wrongSeries({ id, series = [] }: Draft["disputes"][number]): Fault[] {
  return series.flatMap(({ date }, n) => {
    const { end } = when({ date });
    const later = series.slice(0, n).find((one) => Temporal.Instant.compare(end, when(one).start) <= 0);
    const reason = `comes after ${later?.date}; put a series in the order of its dates`;
    return later ? [{ file: "disputes.json", place: `${id}: series.${n}`, reason: `${date} ${reason}` }] : [];
  });
}

function outsideSeries({ id, series }: Draft["disputes"][number], published: Published): Fault[] {
  return (series ?? []).flatMap(({ date, source }, n) =>
    isAfter(firstInstant(date), source, published)
      ? [early("disputes.json", `${id}: series.${n}`, source, date, published)]
      : [],
  );
}

/** The first and last day of a role are counted in one zone. */
function wrongRoles({ id, roles }: Draft["people"][number]): Fault[] {
  return roles.flatMap(({ from, to, zone }, n) => {
    const days = [from, to].filter((date) => date !== undefined && isDays(date));
    if (days.length > 0 === (zone !== undefined)) return [];
    const reason = zone
      ? "only a day has a zone; an instant, a month or a year has none"
      : "is missing: a day needs the zone it was counted in";
    return [{ file: "people.json", place: `${id}: roles.${n}.zone`, reason }];
  });
}

/** One account that is late enough is enough. */
function outsideRoles({ id, roles }: Draft["people"][number], published: Published): Fault[] {
  return roles.flatMap(({ from, to, zone, accounts }, n) => {
    const place = `${id}: roles.${n}`;
    const untold = [from, to].filter(
      (date) =>
        date !== undefined &&
        accounts.every(({ source }) => isAfter(firstInstant(date, zone), source, published)),
    );
    const faults = untold.map((date) => ({
      file: "people.json",
      place,
      reason: `each of its sources was published before ${date}; mend the date or cite a later source`,
    }));
    if (from && to && endsBefore(from, to, zone))
      faults.push({ file: "people.json", place, reason: `ends (${to}) before it begins (${from})` });
    return faults;
  });
}

/** Two months are counted in one zone; a month beside an instant may be of any. */
function endsBefore(from: string, to: string, zone: string | undefined): boolean {
  const begins =
    from.includes("T") === to.includes("T") ? when({ date: from, zone }).start : firstInstant(from, zone);
  return Temporal.Instant.compare(when({ date: to, zone }).end, begins) <= 0;
}

function isAfter(start: Temporal.Instant, source: string, published: Published): boolean {
  const end = published.get(source)?.end;
  return end !== undefined && Temporal.Instant.compare(end, start) < 0;
}

/** What has no zone is taken in the zone where it begins first (UTC+14). */
function firstInstant(date: string, zone?: string): Temporal.Instant {
  const { start, precision } = when({ date, zone });
  return precision === "hour" || zone !== undefined ? start : start.subtract({ hours: 14 });
}

function early(file: string, place: string, source: string, date: string, published: Published): Fault {
  const day = published.get(source)?.text ?? "no date";
  return {
    file,
    place,
    reason: `${source} (${day}) was published before ${date}; mend a date or the source`,
  };
}
