import { EmbedBuilder } from "@discordjs/builders";
import type { Status } from "../story/schema.ts";
import type { Source, Story } from "../story/story.ts";
import { citation, sourceLink } from "./cite.ts";
import { button, buttonRow } from "./components.ts";
import { customId } from "./customId.ts";
import { fittingLines } from "./fitting.ts";
import { clip, LIMITS } from "./limits.ts";
import { COLOURS, STATUS_MARKS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import { isKnown } from "./quote.ts";
import { pageWithin, turnButtons } from "./turnPage.ts";
import type { Voice } from "./voice.ts";

/** The bot as it names itself. */
export interface Bot {
  /** Its name and number: "feuilleton 0.1.0". */
  version: string;
  /** How members call the command that forgets what a server chose. */
  reset: string;
}

const DOCUMENTS_SHOWN = 6;
const SOURCES_PER_PAGE = 10;

/** What the story is, what it holds and comes from, how to read it, what is kept of members, and the licence. */
export function aboutView(story: Story, bot: Bot, voice: Voice): Message {
  const { words, language } = voice;
  const { title, description, licence } = story.about;
  const { aboutStory: about } = words;
  const documents = documentsOf(story).slice(0, DOCUMENTS_SHOWN);
  const embed = new EmbedBuilder()
    .setColor(COLOURS.about)
    .setTitle(clip(plain(title[language]), LIMITS.embedTitle))
    .setDescription(plain(description[language]))
    .addFields(
      { name: about.holds, value: countsOf(story, voice) },
      { name: about.marks, value: about.marksText(marks(voice)) },
      {
        name: about.documents,
        value: fittingLines(
          documents.map((source) => `• ${sourceLink(source, language)}`),
          LIMITS.embedFieldValue,
        ),
      },
      { name: about.privacy, value: about.privacyText(bot.reset) },
      { name: about.licence, value: about.licenceText(plain(licence[language])) },
    )
    .setFooter({ text: bot.version });
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([
      button(about.allSources(story.sources.size), customId("about", "sources", 0)),
      button(words.timeline.atAGlance, customId("timeline", "glance")),
    ]),
  };
}

/** Every source of the story, page by page, the documents on which it is built first. */
export function allSourcesView(page: number, story: Story, voice: Voice): Message {
  const { aboutStory: about, source: words } = voice.words;
  const first = documentsOf(story);
  const all = [...first, ...[...story.sources.values()].filter((source) => !first.includes(source))];
  const pages = Math.ceil(all.length / SOURCES_PER_PAGE);
  const at = pageWithin(page, pages);
  const here = all.slice(at.page * SOURCES_PER_PAGE, (at.page + 1) * SOURCES_PER_PAGE);
  const listed = (named: (source: Source) => string) => here.map((one) => `• ${named(one)}`).join("\n");
  const inFull = listed((source) => citation(source, voice));
  const inShort = listed((source) => sourceLink(source, voice.language));
  const embed = new EmbedBuilder()
    .setColor(COLOURS.about)
    .setTitle(about.sourcesTitle)
    .setDescription(inFull.length <= LIMITS.embedDescription ? inFull : inShort)
    .setFooter({ text: about.page(at.page + 1, pages) });
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([
      button(about.back, customId("about", "show")),
      ...turnButtons(at, { before: words.sourcesBefore, next: words.nextSources }, (one) =>
        customId("about", "sources", one),
      ),
    ]),
  };
}

/** The documents whose texts the story retells; where a story names none, its first sources. */
function documentsOf(story: Story): Source[] {
  const all = [...story.sources.values()];
  const documents = all.filter(({ document }) => document !== undefined);
  return documents.length > 0 ? documents : all.slice(0, DOCUMENTS_SHOWN);
}

function countsOf(story: Story, { words }: Voice): string {
  return [
    words.events(story.events.size),
    words.quotes([...story.quotes.values()].filter(isKnown).length),
    words.aboutStory.people(story.people.size),
    words.aboutStory.topics(story.topics.size),
    words.aboutStory.disputes(story.disputes.size),
    words.sources(story.sources.size),
  ].join(" · ");
}

/** "● confirmed · ◐ reported …": the legend of the marks. */
function marks({ words }: Voice): string {
  return Object.entries(STATUS_MARKS)
    .map(([status, mark]) => `${mark} ${words.status[status as Status]}`)
    .join(" · ");
}
