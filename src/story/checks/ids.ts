import type { Fault } from "../fault.ts";
import type { Draft } from "../read.ts";
import { ENTRY_FILES, type EntryFile } from "../schema.ts";
import { citations } from "../citations.ts";

/** Ids that two entries of one file share. */
export function duplicateIds({ ids }: Pick<Draft, "ids">): Fault[] {
  return ENTRY_FILES.flatMap((file) => {
    const seen = new Set<string>();
    return (ids[file] ?? [])
      .filter((id) => seen.size === seen.add(id).size)
      .map((id) => ({
        file: `${file}.json`,
        place: id,
        reason: "its id is taken by an entry above; choose another",
      }));
  });
}

/** Ids that lead to no entry. A file that can't be read is a fault of its own, and its ids are not missed here. */
export function unknownIds(draft: Draft): Fault[] {
  const known = new Map(ENTRY_FILES.map((file) => [file, draft.ids[file] && new Set(draft.ids[file])]));
  return references(draft)
    .filter(({ to, id }) => known.get(to)?.has(id) === false)
    .map(({ file, place, to, id }) => ({
      file: `${file}.json`,
      place,
      reason: `"${id}" is no id of ${to}.json; mend it or add that entry`,
    }));
}

interface Reference {
  file: EntryFile;
  place: string;
  to: EntryFile;
  id: string;
}

function references(draft: Draft): Reference[] {
  const found: Reference[] = [];
  const add = (file: EntryFile, place: string, to: EntryFile, ids: readonly (string | undefined)[]) => {
    for (const id of ids) if (id !== undefined) found.push({ file, place, to, id });
  };
  for (const { file, entry, field, source } of citations(draft))
    add(file, `${entry}: ${field}`, "sources", [source]);
  for (const { id, roles } of draft.people) {
    for (const [n, role] of roles.entries())
      add("people", `${id}: roles.${n}.organisation`, "people", [role.organisation]);
  }
  for (const { id, people } of draft.events) add("events", `${id}: people`, "people", people);
  for (const { id, speaker, about, event, original } of draft.quotes) {
    add("quotes", `${id}: speaker`, "people", [speaker]);
    add("quotes", `${id}: about`, "people", about);
    add("quotes", `${id}: event`, "events", [event]);
    add("quotes", `${id}: original`, "quotes", [original]);
  }
  for (const file of ["topics", "disputes"] as const) {
    for (const { id, people, events } of draft[file]) {
      add(file, `${id}: people`, "people", people);
      add(file, `${id}: events`, "events", events);
    }
  }
  return found;
}
