import QuickLRU from "quick-lru";
import { deepFreeze } from "../cache/deepFreeze.ts";
import type { Message, Picture, Reply } from "../view/message.ts";
import type { Voice } from "../view/voice.ts";

/** Messages that were made before: making one takes longer than all else that an answer needs. */
export interface KnownMessages {
  /** The message of a reply, made once for each voice, and frozen, where the reply says which one it is. */
  of(reply: Reply, voice: Voice, picture: Picture | null): Message;
}

/** Of some 10 kB each; QuickLRU keeps up to twice as many. Those that were not asked for lately go first. */
const MOST_MESSAGES = 500;

/** Messages of one story. A reply with a picture is made anew: pictures have a memory of their own. */
export function createKnownMessages(most = MOST_MESSAGES): KnownMessages {
  const known = new QuickLRU<string, Message>({ maxSize: most });
  return {
    of(reply, voice, picture) {
      if (reply.same === undefined || picture) return reply.show(voice, picture);
      const key = JSON.stringify([voice.language, voice.zone, ...reply.same]);
      const before = known.get(key);
      if (before) return before;
      const message = deepFreeze(reply.show(voice, null));
      known.set(key, message);
      return message;
    },
  };
}
