import { EmbedBuilder } from "@discordjs/builders";
import { isDays, when } from "../story/dates.ts";
import { mostProminent } from "../story/prominence.ts";
import type { AboutStory, Account, PersonRecord } from "../story/schema.ts";
import type { Person, Story } from "../story/story.ts";
import { accountField, fieldsWithin } from "./account.ts";
import { sourceLinks } from "./cite.ts";
import { button, buttonRow, menuRow } from "./components.ts";
import { customId } from "./customId.ts";
import { clip, LIMITS } from "./limits.ts";
import { datedLine, datedOption, inShownOrder } from "./eventLine.ts";
import { fittingLines } from "./fitting.ts";
import { COLOURS } from "./marks.ts";
import { plain } from "./markdown.ts";
import type { Message } from "./message.ts";
import { isKnown } from "./quote.ts";
import type { Voice } from "./voice.ts";
import { shortDate, zoneName } from "./when.ts";

const EVENTS_SHOWN = 5;
const LINKS_PER_ROLE = 2;
/** In characters: with the portrait and two fields an embed stays within its total. */
const ROOM_FOR_ROLES = 2500;
/** Of the longest labels and addresses, three links still fit a field. */
const LINKS_OF_PORTRAIT = 3;
const ACCOUNTS_PER_PAGE = 5;

/** Who somebody is: portrait, roles over time, what matters most of his events, and what it rests on. */
export function personView(person: Person, page: number, story: Story, voice: Voice): Message {
  const { words, language } = voice;
  const events = inShownOrder(story.eventsOfPerson.get(person.id) ?? [], voice);
  const quotes = (story.quotesOfPerson.get(person.id) ?? []).filter(isKnown);
  const counts = [
    words.person.kind[person.kind],
    ...(events.length > 0 ? [words.events(events.length)] : []),
    ...(quotes.length > 0 ? [words.quotes(quotes.length)] : []),
  ];
  const roles = rolesOf(person, story, voice);
  const key = mostProminent(events, EVENTS_SHOWN).map((event) => datedLine(event, story, voice));
  const embed = new EmbedBuilder()
    .setColor(COLOURS.person)
    .setTitle(clip(plain(person.name[language]), LIMITS.embedTitle))
    .setDescription([`${plain(person.portrait[language])}\n*${counts.join(" · ")}*`, ...roles].join("\n\n"))
    .addFields([
      ...(key.length > 0
        ? [{ name: words.person.events, value: fittingLines(key, LIMITS.embedFieldValue) }]
        : []),
      {
        name: words.person.sources,
        value: sourceLinks(story, sourcesOf(person), LINKS_OF_PORTRAIT, voice),
      },
    ])
    .setFooter({ text: words.timeline.zone(zoneName(voice, story.about)) });
  const pages = Math.max(1, Math.ceil(events.length / LIMITS.selectOptions));
  const shown = page % pages;
  const from = shown * LIMITS.selectOptions;
  const inMenu = events.slice(from, from + LIMITS.selectOptions);
  return {
    embeds: [embed.toJSON()],
    components: [
      ...buttonRow([
        quotes.length > 0
          ? button(words.source.quotes(quotes.length), customId("quote", "turn", person.id, 0))
          : null,
        button(
          words.person.allSources(sourcesOf(person).length),
          customId("person", "sources", person.id, 0),
        ),
        pages > 1
          ? button(words.person.moreEvents, customId("person", "show", person.id, (shown + 1) % pages))
          : null,
      ]),
      ...menuRow(
        customId("source", "open"),
        pages > 1
          ? words.timeline.openOneOf(from + 1, from + inMenu.length, events.length)
          : words.timeline.openEvent,
        inMenu.map((event) => datedOption(event, voice)),
      ),
    ],
  };
}

/** Every account of a portrait and its roles, page by page: who says what of somebody. */
export function personSourcesView(person: Person, page: number, story: Story, voice: Voice): Message {
  const { words, language } = voice;
  const accounts = accountsOf(person);
  const pages = Math.ceil(accounts.length / ACCOUNTS_PER_PAGE);
  const shown = page % pages;
  const embed = new EmbedBuilder()
    .setColor(COLOURS.person)
    .setTitle(clip(plain(words.person.sourcesOf(person.name[language])), LIMITS.embedTitle))
    .addFields(
      fieldsWithin((room) =>
        accounts
          .slice(shown * ACCOUNTS_PER_PAGE, (shown + 1) * ACCOUNTS_PER_PAGE)
          .map((account) => accountField(account, story, voice, room)),
      ),
    );
  if (pages > 1) embed.setFooter({ text: words.source.page(shown + 1, pages) });
  return {
    embeds: [embed.toJSON()],
    components: buttonRow([
      button(words.person.portrait, customId("person", "show", person.id)),
      pages > 1
        ? button(
            shown + 1 < pages ? words.source.nextPage : words.source.firstPage,
            customId("person", "sources", person.id, (shown + 1) % pages),
          )
        : null,
    ]),
  };
}

/** The roles over time under their heading, as a paragraph of the description; none where none is known. */
function rolesOf({ roles }: Person, story: Story, voice: Voice): string[] {
  const lines = roles.map((role) => roleLine(role, story, voice));
  return lines.length > 0 ? [`**${voice.words.person.roles}**\n${fittingLines(lines, ROOM_FOR_ROLES)}`] : [];
}

type Role = PersonRecord["roles"][number];

/** "• PDG d’OpenAI (*jusqu’au 17 nov. 2023*) — OpenAI (communiqué)" */
function roleLine(role: Role, story: Story, voice: Voice): string {
  const time = periodOf(role, story.about, voice);
  const sources = role.accounts.map(({ source }) => source);
  const title = plain(role.title[voice.language]);
  return `• ${title}${time ? ` (*${time}*)` : ""} — ${sourceLinks(story, sources, LINKS_PER_ROLE, voice)}`;
}

/** "du 20 nov. 2023 au 22 nov. 2023"; days that were counted elsewhere say where: "jusqu’au 29 nov. 2023 à San Francisco". */
function periodOf({ from, to, zone }: Role, about: AboutStory, voice: Voice): string | null {
  const { words } = voice;
  const place = zone && zone !== voice.zone ? zoneName({ ...voice, zone }, about) : null;
  const dated = (date: string, isPlaced: boolean) => {
    const time = when({ date, zone });
    const text = shortDate(time, voice);
    return {
      text: place && isPlaced ? words.atScene(text, place) : text,
      day: time.precision !== "month" && time.precision !== "year",
    };
  };
  // Of two days the place is said once, after the last.
  if (from && to) return words.person.during(dated(from, isDays(from) && !isDays(to)), dated(to, isDays(to)));
  if (from) return words.person.since(dated(from, isDays(from)));
  return to ? words.person.until(dated(to, isDays(to))) : null;
}

/** Of the portrait first, then of each role. */
function accountsOf({ accounts, roles }: Person): Account[] {
  return [...accounts, ...roles.flatMap((role) => role.accounts)];
}

function sourcesOf(person: Person): string[] {
  return [...new Set(accountsOf(person).map(({ source }) => source))];
}
