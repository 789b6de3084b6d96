import { EmbedBuilder } from "@discordjs/builders";
import { isDays, when } from "../story/dates.ts";
import { mostProminent } from "../story/prominence.ts";
import type { AboutStory, Account, PersonRecord } from "../story/schema.ts";
import type { Person, Story } from "../story/story.ts";
import { accountsPage } from "./accountPages.ts";
import { sourceLinks } from "./cite.ts";
import { button, buttonRow, menuRows } from "./components.ts";
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
/** What rows of a message the buttons leave. */
const EVENT_MENUS = 4;

/** Who somebody is: portrait, roles over time, what matters most of his events, and what it rests on. */
export function personView(person: Person, story: Story, voice: Voice): Message {
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
      ]),
      ...menuRows(
        customId("source", "open"),
        {
          all: words.timeline.openEvent,
          some: (from, to) => words.timeline.openOneOf(from, to, events.length),
        },
        mostProminent(events, EVENT_MENUS * LIMITS.selectOptions).map((event) => datedOption(event, voice)),
        EVENT_MENUS,
      ),
    ],
  };
}

/** Every account of a portrait and its roles, page by page: who says what of somebody. */
export function personSourcesView(person: Person, page: number, story: Story, voice: Voice): Message {
  const { words, language } = voice;
  const { embed, buttons } = accountsPage(
    {
      title: words.person.sourcesOf(person.name[language]),
      colour: COLOURS.person,
      accounts: accountsOf(person),
      idOf: (at) => customId("person", "sources", person.id, at),
    },
    page,
    story,
    voice,
  );
  return {
    embeds: [embed],
    components: buttonRow([button(words.person.portrait, customId("person", "show", person.id)), ...buttons]),
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
