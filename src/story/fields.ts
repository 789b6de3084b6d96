import { z } from "zod";
import { isStoryDate, isZone } from "./dates.ts";

/** The fields that entries of several kinds have. */

/** Longest passage or quotation, in characters: a short citation that leaves the work to its author. */
export const LONGEST_QUOTATION = 320;

/**
 * An id is part of custom ids, of which Discord lets a button carry 100 characters: two ids of this length,
 * with what names the button, fit in one. https://docs.discord.com/developers/components/reference#custom-id
 */
const LONGEST_ID = 34;
/** A link is written in full into an embed, whose field holds 1024 characters: two fit in, with their words. */
const LONGEST_ADDRESS = 500;

export const id = z
  .string()
  .max(LONGEST_ID, `is too long: an id has at most ${LONGEST_ID} characters, so that buttons can carry it`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is no id: lower-case words joined by hyphens, like altman-fired");
export const text = z.string().trim().min(1);
/** Not trimmed: a space is part of the words. */
const exactText = z.string().min(1);
export const storyDate = z
  .string()
  .refine(
    isStoryDate,
    "is no date: write an instant (2023-11-20T07:53:28Z) or EDTF (2023-11-18, 2023-11-18/2023-11-19, 2023-11~, 2018)",
  )
  .meta({
    description: "An instant in UTC, or a day, days, a month or a year in EDTF; ~ marks what is approximate.",
    examples: ["2023-11-20T07:53:28Z", "2023-11-18", "2023-11-18/2023-11-19", "2023-11~", "2018"],
  });
export const zone = z
  .string()
  .refine(isZone, "is no time zone: write its IANA name, like Europe/Paris")
  .meta({ description: "An IANA time zone.", examples: ["Europe/Paris", "America/Los_Angeles"] });
export const webAddress = z
  .url({
    protocol: /^https?$/,
    error: "is no web address: it begins with https:// (null where no address is known)",
  })
  .max(LONGEST_ADDRESS, `is too long: an answer has room for an address of ${LONGEST_ADDRESS} characters`);
export const schemaAddress = z.string().describe("The JSON Schema of this file, for editors.");
export const language = z.enum(["fr", "en"]);
export const status = z
  .enum(["confirmed", "reported", "hypothesis", "opinion", "disputed"])
  .describe("How sure it is, whatever the sources say.");

/** The same thing said in each language of the product. */
export function localized(longest: number) {
  const words = text.max(longest);
  return z.strictObject({ fr: words, en: words });
}

export const asked = z
  .strictObject({ fr: z.array(text.max(120)), en: z.array(text.max(120)) })
  .describe("How people ask for this entry, as they would type it: the look-up learns from it.");

/** Exact words in a document (W3C TextQuoteSelector). */
export const passage = z.strictObject({
  exact: exactText.max(LONGEST_QUOTATION).describe("The words, copied letter by letter from the source."),
  prefix: exactText.max(80).optional().describe("What stands right before, where the words occur twice."),
  suffix: exactText.max(80).optional().describe("What stands right after, where the words occur twice."),
});

export const account = z.strictObject({
  source: id.describe("An id of sources.json."),
  says: localized(400).describe("What this source says of the entry, in our own words."),
  passage: passage.optional(),
  ahead: z.literal(true).optional().describe("The source speaks of the event before it happens."),
});

export const accounts = z.array(account).min(1, "is empty: a sentence without an account rests on nothing");
