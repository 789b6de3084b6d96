/** What is wrong with a story's files, and where. */
export interface Fault {
  /** The file's name in the story's folder. */
  file: string;
  /** The entry and the field, "" for the file as a whole. */
  place: string;
  /** What is wrong, and what would be right. */
  reason: string;
}

/** A story that can't be loaded; its message has one line a fault. */
export class StoryError extends Error {
  readonly faults: readonly Fault[];

  constructor(folder: string, faults: readonly Fault[]) {
    super([`the story in ${folder} can't be loaded:`, ...faults.map(faultLine)].join("\n"));
    this.name = "StoryError";
    this.faults = faults;
  }
}

/** One line: file, place, reason. */
export function faultLine({ file, place, reason }: Fault): string {
  return [file, place, reason]
    .filter((part) => part !== "")
    .join(": ")
    .replace(/\s+/g, " ");
}
