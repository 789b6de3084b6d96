import { when } from "../story/dates.ts";
import type { Language, Passage } from "../story/schema.ts";
import { entry, type Source, type Story } from "../story/story.ts";
import { link, plain } from "./markdown.ts";
import { printed } from "./typography.ts";
import type { Voice } from "./voice.ts";
import { capital, dateOf, shortDate } from "./when.ts";

/** A source's name as a link to it; its bare name where no address is known. */
export function sourceLink(source: Source, language: Language, passage?: Passage): string {
  const label = source.label[language];
  return source.url ? link(label, addressOf(source, passage)) : plain(label);
}

/** The links of several sources, each once, at most `most` of them and then how many more. */
export function sourceLinks(
  story: Story,
  ids: readonly string[],
  most: number,
  { language, words }: Voice,
): string {
  const unique = [...new Set(ids)].map((id) => entry(story.sources, id));
  const shown = unique.slice(0, most).map((source) => sourceLink(source, language));
  if (unique.length > most) shown.push(words.moreSources(unique.length - most));
  return shown.join(" · ");
}

/** A source in full: its title as a link to the very words, publisher, date; or that its address is unknown. */
export function citation(source: Source, voice: Voice, passage?: Passage): string {
  const { words } = voice;
  const own = printed(source.title, source.lang);
  // A title of ours is in one language, and a post has none of its own: its label says what it is in each.
  const described = source.kind === "post" ? capital(source.label[voice.language]) : own;
  const named = source.titleExact ? words.quoted(own) : described;
  const parts = [
    source.url ? link(named, addressOf(source, passage)) : plain(named),
    source.author ? plain(printed(source.author.replaceAll(";", ","), source.lang)) : null,
    source.publisher ? plain(printed(source.publisher, source.lang)) : null,
    sourceDate(source, voice),
    source.url ? null : words.noAddress,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** When a source was published; what it says of others may tell no more than the earliest day. */
export function sourceDate({ date }: Source, voice: Voice): string {
  const time = date ? when({ date }) : null;
  if (!time?.counted?.open) return shortDate(time, voice);
  return voice.words.earliest(dateOf(time.counted.from, voice));
}

/**
 * A source's address, with a text fragment that leads to the passage where the page is an article
 * (https://wicg.github.io/scroll-to-text-fragment/).
 */
function addressOf(source: Source, passage?: Passage): string {
  if (!source.url) throw new Error(`${source.id} has no address`);
  if (!source.article || !passage || source.url.includes("#")) return source.url;
  const { prefix, exact, suffix } = passage;
  const parts = [prefix && `${fragment(prefix)}-`, ...ends(exact), suffix && `-${fragment(suffix)}`];
  return `${source.url}#:~:text=${parts.filter(Boolean).join(",")}`;
}

const LONGEST_FRAGMENT = 80;
const WORDS_AT_EACH_END = 5;

/** A long passage is named by its first and last words, so that the link stays short. */
function ends(exact: string): string[] {
  const words = exact.split(/\s+/);
  if (exact.length <= LONGEST_FRAGMENT || words.length < 2 * WORDS_AT_EACH_END) return [fragment(exact)];
  return [
    fragment(words.slice(0, WORDS_AT_EACH_END).join(" ")),
    fragment(words.slice(-WORDS_AT_EACH_END).join(" ")),
  ];
}

/** A hyphen would be read as the mark of a prefix or suffix. */
function fragment(text: string): string {
  return encodeURIComponent(text.toWellFormed().replace(/\s+/g, " ").trim()).replaceAll("-", "%2D");
}
