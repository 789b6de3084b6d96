import { z } from "zod";
import { DAY_PARTS, isStoryDate } from "./dates.ts";
import {
  account,
  accounts,
  asked,
  id,
  language,
  localized,
  LONGEST_QUOTATION,
  passage,
  schemaAddress,
  status,
  storyDate,
  text,
  webAddress,
  zone,
} from "./fields.ts";

/**
 * The form of a story's files. The descriptions go into the JSON Schemas, where an editor shows them.
 * What no schema can say (ids that exist, dates that agree, passages that are in their document) is in
 * check.ts.
 */

const source = z.strictObject({
  id,
  title: text,
  titleExact: z
    .boolean()
    .describe("False when the title is our description because the record does not print it."),
  publisher: text.nullable(),
  author: text.nullable(),
  date: storyDate.nullable().describe("When it was published; null where nothing tells."),
  url: webAddress.nullable().describe("Its address; null where none is known."),
  insecure: z.literal(true).optional().describe("The publisher has no https address."),
  lang: language,
  kind: z.enum(["primary", "post", "press", "commentary", "opinion", "transcript", "reference"]),
  label: localized(40).describe("The name that a link carries: “post de Nadella”, “Axios”."),
  document: text
    .regex(/^[^/\\]+$/, "is no file name: name a file of the folder that --texts gives")
    .optional()
    .describe("The file of its text, where passages can be checked against it."),
  article: z
    .boolean()
    .describe("True where the page is an article whose words a link can point at (a text fragment)."),
  note: localized(300).optional(),
});

const role = z.strictObject({
  title: localized(120),
  organisation: id.optional().describe("An id of people.json."),
  from: storyDate.optional(),
  to: storyDate.optional(),
  zone: zone.optional().describe("The zone in which its days were counted."),
  accounts,
});

const person = z.strictObject({
  id,
  kind: z.enum(["person", "organisation", "group"]),
  name: localized(60),
  aliases: z
    .array(text.max(60))
    .describe("Every other spelling and mishearing that leads here; accents and case do not matter."),
  portrait: localized(300),
  accounts,
  roles: z.array(role),
  asked,
});

const event = z.strictObject({
  id,
  date: storyDate,
  zone: zone.optional().describe("The zone in which a date without an hour was counted."),
  part: z
    .enum(DAY_PARTS)
    .optional()
    .describe("The part of the day, in that zone, where the record knows no hour."),
  about: z.literal(true).optional().describe("The hour is known to some minutes only."),
  title: localized(80),
  summary: localized(420).describe("One to three sentences in our own words, without a weekday."),
  status,
  weight: z.literal([1, 2, 3]).describe("3 is what a short answer keeps, 1 what it drops first."),
  people: z.array(id).describe("Ids of people.json."),
  accounts,
  asked,
});

const translation = z.strictObject({
  lang: language,
  text: text.max(LONGEST_QUOTATION * 1.3),
  source: id.optional().describe("The source that printed this translation; ours where it is absent."),
  passage: passage.optional(),
});

const quote = z.strictObject({
  id,
  speaker: id.describe("An id of people.json."),
  lang: language.describe("The language of the words as they stand here."),
  words: text.max(LONGEST_QUOTATION),
  kind: z.enum(["verbatim", "press-translation", "reported", "rejected"]),
  reason: localized(300).optional().describe("Why the words are doubtful; required when rejected."),
  original: id
    .optional()
    .describe("The quote in the speaker’s own language, when these words are a press translation of it."),
  translations: z.array(translation),
  date: storyDate.nullable(),
  zone: zone.optional(),
  where: localized(120).describe("Where the words were said: “on X”, “sur Bloomberg TV”."),
  event: id.optional().describe("An id of events.json."),
  about: z.array(id).describe("Ids of people.json."),
  proofs: z
    .array(z.strictObject({ source: id, passage: passage.optional() }))
    .min(1, "is empty: a quote needs a passage or an address"),
  asked,
});

const topic = z.strictObject({
  id,
  question: localized(120),
  answer: localized(700),
  status,
  accounts,
  people: z.array(id),
  events: z.array(id),
  asked,
});

const seriesPoint = z.strictObject({
  date: storyDate,
  value: localized(80),
  source: id,
  passage: passage.optional(),
});

const dispute = z.strictObject({
  id,
  question: localized(120),
  differ: localized(420).describe("How the accounts differ."),
  settled: localized(420).nullable().describe("What the record settles; null where it settles nothing."),
  accounts: z.array(account).min(2, "is too short: a dispute needs two accounts that differ"),
  series: z.array(seriesPoint).optional().describe("A number that moves, as dated claims."),
  events: z.array(id),
  people: z.array(id),
  asked,
});

/** What people ask next and no source tells: the judge of a trial whose verdict is an event. */
const untold = z.strictObject({ id, asked });

const word = z.strictObject({
  id,
  use: z
    .enum(["stop", "light", "kind", "grammar", "attribute", "same", "deed", "written"])
    .describe(
      "What the words are: without weight; with little weight, being of every subject; the mark of a kind of question; by what sentences are built; something asked of somebody, like an age; words that mean the same; the same of what somebody does to somebody; or how members write the first of them.",
    ),
  fr: z.array(text.max(60)),
  en: z.array(text.max(60)),
  near: z
    .array(id)
    .optional()
    .describe(
      "Groups whose words come near in meaning, or say the opposite: who asks for one may mean the other.",
    ),
});

const about = z.strictObject({
  id,
  title: localized(80),
  description: localized(300),
  week: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/, "is no week: write two days, 2023-11-16/2023-11-22")
    .refine(isStoryDate, "is no week: write two days, the first before the last")
    .describe("The seven days that a bare weekday means, from/to."),
  zones: z
    .strictObject({ home: zone, scene: zone })
    .describe("The zone of the story’s readers, and that of the place where it happened."),
  scene: localized(40).describe("The name of the scene, for “Sunday 23:53 in San Francisco”."),
  licence: localized(200),
});

/** The form of an entry, by the file that lists such entries under its own name. */
export const entrySchemas = {
  people: person,
  sources: source,
  events: event,
  quotes: quote,
  topics: topic,
  disputes: dispute,
  untold,
  words: word,
};

export const storySchema = z.strictObject({ $schema: schemaAddress, story: about });

/** The form of a file that lists entries under its own name. */
export function fileSchema(name: EntryFile, entry: z.ZodType) {
  return z.strictObject({ $schema: schemaAddress, [name]: z.array(entry) });
}

export type EntryFile = keyof typeof entrySchemas;
export type Localized = { fr: string; en: string };
export type Language = keyof Localized;
export type Passage = z.infer<typeof passage>;
export type Account = z.infer<typeof account>;
export type SourceRecord = z.infer<typeof source>;
export type PersonRecord = z.infer<typeof person>;
export type EventRecord = z.infer<typeof event>;
export type QuoteRecord = z.infer<typeof quote>;
export type TopicRecord = z.infer<typeof topic>;
export type DisputeRecord = z.infer<typeof dispute>;
export type UntoldRecord = z.infer<typeof untold>;
export type WordRecord = z.infer<typeof word>;
export type AboutStory = z.infer<typeof about>;
export type Status = EventRecord["status"];
export type { DayPart } from "./dates.ts";

export const ENTRY_FILES = Object.keys(entrySchemas) as EntryFile[];
