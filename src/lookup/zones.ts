import { isZone } from "../story/dates.ts";
import { fold } from "../story/fold.ts";
import { ABBREVIATIONS, CITIES } from "./cities.ts";
import { createSearch } from "./search.ts";

/** The time zones that people may choose, by IANA name or by a city. */
export interface Zones {
  /** The zone that a typed text names, in any case and with or without accents; null for none or several. */
  resolve(text: string): string | null;
  /** Whether a typed text names several zones, like "CST". */
  isAmbiguous(text: string): boolean;
  /** The zones nearest to a typed text, best first; the most usual ones for an empty or hopeless text. */
  nearest(text: string, limit: number): string[];
  /** The city of a zone under another name that a typed text begins to spell: "Montreal" of America/Toronto. */
  cityOf(zone: string, text: string): string | null;
}

/** Indexes all zones that this runtime knows, and UTC. */
export function createZones(): Zones {
  const usual = Object.keys(CITIES);
  const all = [...new Set([...usual, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  const search = createSearch(
    all.map((zone) => ({
      id: zone,
      names: [zone, ownCity(zone), ...(CITIES[zone] ?? [])],
      asked: [],
      text: [],
      weight: usual.includes(zone) ? usual.length - usual.indexOf(zone) : 0,
    })),
  );
  return {
    resolve(text) {
      const typed = text.trim();
      const meant = abbreviated(typed);
      if (meant) return meant.length === 1 ? (meant[0] ?? null) : null;
      const named = search.named(typed)[0];
      if (named) return named;
      // Older names ("US/Pacific") lead to the zones that replaced them.
      return isZone(typed)
        ? new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone
        : null;
    },
    isAmbiguous: (text) => (abbreviated(text)?.length ?? 0) > 1,
    nearest(text, limit) {
      const found = [...new Set([...(abbreviated(text) ?? []), ...search.matching(text)])];
      return (found.length > 0 ? found : usual).slice(0, limit);
    },
    cityOf(zone, text) {
      const typed = fold(text);
      if (typed === "") return null;
      return CITIES[zone]?.find((city) => fold(city).startsWith(typed)) ?? null;
    },
  };
}

/** The zones that an abbreviation stands for; undefined for what is none. */
function abbreviated(text: string): readonly string[] | undefined {
  const key = fold(text);
  return Object.hasOwn(ABBREVIATIONS, key) ? ABBREVIATIONS[key] : undefined;
}

function ownCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
