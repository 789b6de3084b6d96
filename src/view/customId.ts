import { LIMITS } from "./limits.ts";

/**
 * A custom id holds all the state of its button, so that it works after a restart:
 * the command that answers, what it shall do, and with what. Throws a RangeError when it gets too long.
 */
export function customId(command: string, action: string, ...details: (string | number)[]): string {
  const id = [command, action, ...details].join(":");
  if (id.length > LIMITS.customId) throw new RangeError(`custom id of ${id.length} characters: ${id}`);
  return id;
}

/** The parts of a custom id, whoever made it. */
export function readCustomId(id: string): { command: string; action: string; details: string[] } {
  const [command = "", action = "", ...details] = id.split(":");
  return { command, action, details };
}

/** A page or place (from 0) among the details of a custom id; 0 for what is none. */
export function readPlace(detail: string | undefined): number {
  return Math.max(0, Number.parseInt(detail ?? "", 10) || 0);
}

/** What is asked for by a custom id: an answer of a command, to be shared or not, and its page as plain text. */
export interface Asked {
  /** The custom id of the answer itself. */
  id: string;
  share: boolean;
  /** From 0; counts only where an answer is given as plain text. */
  page: number;
}

/** The custom id that gives an answer again for everybody to see; null where it gets too long. */
export function shareId(again: string): string | null {
  return fitting(`share:${again}`);
}

/** The custom id that gives a page (from 0) of an answer as plain text; null where it gets too long. */
export function pageId(page: number, again: string): string | null {
  return fitting(`plain:${page}:${again}`);
}

/** Reads a custom id and what may be wrapped around it: see shareId and pageId. */
export function readAsked(id: string): Asked {
  const shared = /^share:(?<inner>.+)$/s.exec(id)?.groups;
  if (shared) return { id: shared.inner ?? "", share: true, page: 0 };
  const paged = /^plain:(?<page>\d{1,3}):(?<inner>.+)$/s.exec(id)?.groups;
  if (paged) return { id: paged.inner ?? "", share: false, page: Number(paged.page) };
  return { id, share: false, page: 0 };
}

function fitting(id: string): string | null {
  return id.length <= LIMITS.customId ? id : null;
}
