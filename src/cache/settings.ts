import { Keyv } from "keyv";
import QuickLRU from "quick-lru";
import { z } from "zod";

/**
 * What a server chose. What it never chose has its default, and what a damaged or older record does not
 * hold in a form that is understood has it too.
 */
const guildSettings = z.object({
  /** The language of public answers; null follows Discord. */
  language: z.enum(["fr", "en"]).nullable().catch(null),
  /** An IANA zone; null is the story's own. */
  zone: z.string().nullable().catch(null),
  /** How answers are given that a member did not ask for in private. */
  visibility: z.enum(["public", "private"]).catch("public"),
  /** The commands that are switched off, by their key. */
  off: z.array(z.string()).readonly().catch([]),
});

export type GuildSettings = Readonly<z.infer<typeof guildSettings>>;

/** The settings of a server that never chose any. */
export const DEFAULT_SETTINGS: GuildSettings = Object.freeze(guildSettings.parse({}));

const kept = guildSettings.catch(DEFAULT_SETTINGS);

/** What is to change, given what a server chose before. */
export type Change = (now: GuildSettings) => Partial<GuildSettings>;

/** The settings of every server, kept for good. */
export interface SettingsStore {
  /** What a server chose. A store that can't be read gives the defaults, and is asked again a second later. */
  of(guild: string): Promise<GuildSettings>;
  /**
   * Keeps what `change` makes of the settings as they are in its turn; gives all settings of the server then.
   * Throws when it can't be kept, and changes nothing.
   */
  change(guild: string, change: Change): Promise<GuildSettings>;
  /** Forgets what a server chose. Throws when the store can't do so. */
  reset(guild: string): Promise<GuildSettings>;
}

/** Servers whose settings are held in this process, so that no interaction waits for the disk. */
const MOST_HELD = 10_000;

/** Milliseconds for which a store that failed is not asked what a server chose: each question would wait for it. */
const RECOVERY = 1000;

/**
 * Settings over any keyv store. `onError` hears of a store that can't be read.
 * @param now the clock, in ms; only differences count
 */
export function createSettings(
  store: Keyv,
  onError: (error: unknown) => void,
  now: () => number = () => performance.now(),
): SettingsStore {
  const held = new QuickLRU<string, GuildSettings>({ maxSize: MOST_HELD });
  const changing = new Map<string, Promise<GuildSettings>>();
  let failedAt = -Infinity;
  const isRecovering = () => now() - failedAt < RECOVERY;
  store.throwOnErrors = true;
  // Without a listener a failing store would end the process.
  store.on("error", () => {});

  const read = async (guild: string): Promise<GuildSettings> => {
    const known = held.get(guild);
    if (known) return known;
    const stored: unknown = await store.get(guild);
    const settings = stored === undefined ? DEFAULT_SETTINGS : kept.parse(stored);
    held.set(guild, settings);
    return settings;
  };

  /** One after another in a guild: each change builds on what the one before left. */
  const inTurn = (guild: string, act: () => Promise<GuildSettings>): Promise<GuildSettings> => {
    const before = changing.get(guild) ?? Promise.resolve();
    const done = before.then(act, act).finally(() => {
      if (changing.get(guild) === done) changing.delete(guild);
    });
    changing.set(guild, done);
    return done;
  };

  return {
    async of(guild) {
      if (isRecovering()) return held.get(guild) ?? DEFAULT_SETTINGS;
      try {
        return await read(guild);
      } catch (error) {
        // Of many that fail together one is told.
        if (!isRecovering()) onError(error);
        failedAt = now();
        return DEFAULT_SETTINGS;
      }
    },
    change: (guild, change) =>
      inTurn(guild, async () => {
        const now = await read(guild);
        const changed = { ...now, ...change(now) };
        await store.set(guild, changed);
        held.set(guild, changed);
        return changed;
      }),
    reset: (guild) =>
      inTurn(guild, async () => {
        await store.delete(guild);
        held.set(guild, DEFAULT_SETTINGS);
        return DEFAULT_SETTINGS;
      }),
  };
}
