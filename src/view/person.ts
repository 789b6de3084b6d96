import { EmbedBuilder } from "@discordjs/builders";
import { mostProminent } from "../story/prominence.ts";
import type { Account } from "../story/schema.ts";
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
import { roleText, type Role } from "./role.ts";
import type { Voice } from "./voice.ts";
import { capital, zoneName } from "./when.ts";

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
    .setFooter({ text: capital(words.timeline.zone(zoneName(voice, story.about))) });
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

/** "• PDG d’OpenAI (*jusqu’au 17 nov. 2023*) — OpenAI (communiqué)" */
function roleLine(role: Role, story: Story, voice: Voice): string {
  const sources = role.accounts.map(({ source }) => source);
  return `${roleText(role, story.about, voice)} — ${sourceLinks(story, sources, LINKS_PER_ROLE, voice)}`;
}

/** Of the portrait first, then of each role. */
function accountsOf({ accounts, roles }: Person): Account[] {
  return [...accounts, ...roles.flatMap((role) => role.accounts)];
}

function sourcesOf(person: Person): string[] {
  return [...new Set(accountsOf(person).map(({ source }) => source))];
}
