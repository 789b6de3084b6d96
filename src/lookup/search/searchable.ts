/** What an entry is called, and the phrases by which people ask for it. */
export interface Called {
  id: string;
  /** In every language and spelling: a word of them counts most. */
  names: readonly string[];
  /** Whether only a whole name names it: "new" is no name of "the new board". A part does as well otherwise. */
  isNamedWhole?: boolean;
  /** Other spellings of its names: a whole one is as good as a name, and a part of one says little. */
  spellings?: readonly string[];
  /** Ways in which people ask for it: a whole one is as good as a name, and the words that recur count most. */
  asked: readonly string[];
}

/** An entry as it is indexed. */
export interface Searchable extends Called {
  /** All else that is said of it. */
  text: readonly string[];
  /** What comes first among equals. */
  weight: number;
}
