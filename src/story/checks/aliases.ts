import type { Fault } from "../fault.ts";
import { fold } from "../fold.ts";
import type { PersonRecord } from "../schema.ts";

/** Names that lead to two people, or that one person has twice: accents, case and signs do not count. */
export function sharedAliases(people: readonly PersonRecord[]): Fault[] {
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { id, name, aliases } of people) {
    const fault = (place: string, reason: string) =>
      faults.push({ file: "people.json", place: `${id}: ${place}`, reason });
    for (const own of new Set([fold(name.fr), fold(name.en)])) {
      const owner = owners.get(own);
      if (owner) fault("name", `"${own}" already leads to ${owner}`);
      else owners.set(own, id);
    }
    for (const [n, alias] of aliases.entries()) {
      const folded = fold(alias);
      const owner = owners.get(folded);
      if (folded === "") fault(`aliases.${n}`, "an alias needs a letter or a digit");
      else if (owner === id) fault(`aliases.${n}`, `"${alias}" already leads here; take it away`);
      else if (owner)
        fault(`aliases.${n}`, `"${alias}" already leads to ${owner}; one name means one person`);
      else owners.set(folded, id);
    }
  }
  return faults;
}
