/** How an interaction ended: answered; answered with an error; nobody was there any more; refused as too quick; or a repetition. */
export type Outcome = "answered" | "failed" | "gone" | "limited" | "repeated";

/** Counts what happens, without a word that a member wrote. */
export interface Meter {
  /** An interaction came. `command` is the key of a command that exists, or "unknown". */
  asked(command: string): void;
  /** It ended, so many ms after it came. */
  ended(command: string, outcome: Outcome, ms: number): void;
  /** Discord gave a code that says that somebody or something is gone. */
  gone(code: number): void;
  /** A look-up was needed, and was remembered or not. */
  lookup(remembered: boolean): void;
}

/** Counts nothing. */
export const NO_METER: Meter = { asked() {}, ended() {}, gone() {}, lookup() {} };

/** The state of the connection to Discord. */
export interface GatewayState {
  ready: boolean;
  /** Milliseconds of the last heartbeat, below 0 where there was none. */
  ping: number;
  shards: number;
}
