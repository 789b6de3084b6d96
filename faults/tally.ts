import type { LocalDiscord } from "../src/local-discord/index.ts";

/** What became of the interactions of one run. */
export interface Tally {
  /** Asked by members. */
  sent: number;
  /** Answered within 3 s of their delivery, and what was promised given. */
  answered: number;
  /** Delivered to the bot and not answered within 3 s. */
  lost: number;
  /** Answered more than once. */
  duplicated: number;
  /** From the fault's beginning until answers were as quick again as they had been, in ms. */
  recover_ms: number;
}

/** Discord gives up on an interaction after this many ms. */
const PATIENCE = 3000;
/** InteractionType.MessageComponent */
const COMPONENT = 3;
/** An answer is late when it takes longer than this many ms. */
const LATE = 250;

export type Interaction = ReturnType<LocalDiscord["interactions"]> extends Iterable<infer One> ? One : never;

/**
 * Counts. `struck` is when the fault began, in ms since 1970. With `unconfirmed`, Discord did not confirm all
 * it accepted, so that offering an answer again is no fault; a member who sees it twice is.
 */
export function tally(interactions: Iterable<Interaction>, struck: number, unconfirmed: boolean): Tally {
  const all = [...interactions];
  const lost = all.filter((one) => one.deliveries > 0 && !isAnswered(one));
  const late = all.filter((one) => !isQuick(one)).map(endOf);
  return {
    sent: all.length,
    answered: all.filter(isAnswered).length,
    lost: lost.length,
    duplicated: all.filter((one) => seen(one) > 1 || (one.repeated > 0 && !unconfirmed)).length,
    recover_ms: Math.max(0, Math.round(Math.max(struck, ...late) - struck)),
  };
}

/** Whether an answer came as soon as members are used to. */
export function isQuick(one: Interaction): boolean {
  return isAnswered(one) && endOf(one) - one.at <= LATE;
}

/** When it was answered, or given up; at once where it never reached the bot. In ms since 1970. */
function endOf(one: Interaction): number {
  if (isAnswered(one) && one.answeredAt !== null) return one.answeredAt;
  return one.deliveries > 0 ? one.at + PATIENCE : one.at;
}

function isAnswered({ answeredAt, deliveredAt, loading }: Interaction): boolean {
  return answeredAt !== null && deliveredAt !== null && answeredAt - deliveredAt <= PATIENCE && !loading;
}

/** Messages that came of it; a press may change the message that it was on besides. */
function seen({ type, touched, source }: Interaction): number {
  const messages = new Set(touched);
  if (type === COMPONENT && source !== null) messages.delete(source);
  return messages.size;
}
