import { wordsOf } from "../../src/text/messages.ts";
import type { Voice } from "../../src/view/voice.ts";
import { ZONES } from "./story.ts";

/** Both languages in every zone of the tests. */
export const VOICES: readonly Voice[] = (["fr", "en"] as const).flatMap((language) =>
  ZONES.map((zone) => ({ language, words: wordsOf(language), zone })),
);

/** A reader in Paris, in each language. */
export const [FRENCH, ENGLISH] = (["fr", "en"] as const).map((language) => ({
  language,
  words: wordsOf(language),
  zone: "Europe/Paris",
})) as [Voice, Voice];
