/** Work that can stop after each step and go on later; it gives its result at its end. */
export type Steps<Result> = Generator<undefined, Result, void>;

/** Something whose making takes long. */
export interface Gradual<Result> {
  /** What was made: the rest of the steps is done now. Throws what a step throws; the next use begins anew. */
  get(): Result;
  /** The same where it is made already; null before that. */
  atHand(): Result | null;
  /** Makes it in turns of so many ms, between which `pause` lets others work. Rejects with what a step throws. */
  prepare(turn: Turn): Promise<void>;
}

/** How long to work, and how to let others work. */
export interface Turn {
  /** The longest time for one turn, in ms; a step is never cut. */
  ms: number;
  now: () => number;
  pause: () => Promise<unknown>;
  /** Whether somebody waits for the whole: then others get one pause a turn, and no more. */
  isAwaited?: () => boolean;
  /** Ends the turns: what is not made then is left to whoever gets it. */
  signal: AbortSignal;
}

/** A pause in which others worked for longer than this, in ms, is followed by another. */
const BUSY = 1;
/** So long they go first, in ms; then it goes on all the same. */
const MOST_COURTESY = 100;

/** Pauses until nobody else has work, or has had long enough. */
async function letOthersGoFirst({ now, pause, signal, isAwaited = () => false }: Turn): Promise<void> {
  const end = now() + MOST_COURTESY;
  let began = now();
  await pause();
  while (!signal.aborted && !isAwaited() && now() - began > BUSY && now() < end) {
    began = now();
    await pause();
  }
}

/** Begins with the first use, and makes it once. */
export function gradually<Result>(begin: () => Steps<Result>): Gradual<Result> {
  let steps: Steps<Result> | undefined;
  let made: { result: Result } | undefined;
  /** Takes one step; gives what is made, once it is. */
  const step = () => {
    try {
      const { done, value } = (steps ??= begin()).next();
      if (!done) return undefined;
      // What it made on the way is not needed any more.
      steps = undefined;
      return (made = { result: value });
    } catch (error) {
      // A generator that threw has no steps left.
      steps = undefined;
      throw error;
    }
  };
  return {
    get() {
      let whole = made;
      while (!whole) whole = step();
      return whole.result;
    },
    atHand: () => made?.result ?? null,
    async prepare(turn) {
      const { ms, now, signal } = turn;
      let whole = made;
      while (!whole) {
        await letOthersGoFirst(turn);
        if (signal.aborted) return;
        whole = made;
        for (const until = now() + ms; !whole && now() < until; whole = step());
      }
    },
  };
}
