import type { EntryFile, Passage } from "./schema.ts";
import type { StoryEntries } from "./story.ts";

/** A place in the files where a source is cited, with the passage if one is given. */
export interface Citation {
  file: EntryFile;
  entry: string;
  /** The field inside the entry: `accounts.2`. */
  field: string;
  source: string;
  passage?: Passage | undefined;
}

/** Every citation of a source in the files of a story. */
export function citations(entries: StoryEntries): Citation[] {
  const found: Citation[] = [];
  const add = (file: EntryFile, entry: string, field: string, list: readonly Cited[]) => {
    for (const [n, { source, passage }] of list.entries())
      if (source !== undefined) found.push({ file, entry, field: `${field}.${n}`, source, passage });
  };
  for (const { id, accounts, roles } of entries.people) {
    add("people", id, "accounts", accounts);
    for (const [n, role] of roles.entries()) add("people", id, `roles.${n}.accounts`, role.accounts);
  }
  for (const { id, accounts } of entries.events) add("events", id, "accounts", accounts);
  for (const { id, proofs, translations } of entries.quotes) {
    add("quotes", id, "proofs", proofs);
    add("quotes", id, "translations", translations);
  }
  for (const { id, accounts } of entries.topics) add("topics", id, "accounts", accounts);
  for (const { id, accounts, series } of entries.disputes) {
    add("disputes", id, "accounts", accounts);
    add("disputes", id, "series", series ?? []);
  }
  return found;
}

interface Cited {
  source?: string | undefined;
  passage?: Passage | undefined;
}
