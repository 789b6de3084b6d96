import { keyOf, type Choice, type Context, type Server, type SlashCommand } from "../src/bot/command.ts";
import type { GuildSettings } from "../src/cache/settings.ts";
import { fold } from "../src/story/fold.ts";
import type { Messages } from "../src/text/messages.ts";
import { commandName, nameIn } from "../src/view/definitions.ts";
import type { Listed } from "../src/view/help.ts";
import { clip, LIMITS } from "../src/view/limits.ts";
import { typed } from "../src/view/markdown.ts";
import type { Reply } from "../src/view/message.ts";
import { settingsView, wrongValueView, wrongZoneView } from "../src/view/settings.ts";
import type { Voice } from "../src/view/voice.ts";
import { settingsDefinition } from "./settingsDefinition.ts";

const NEAR_ZONES = 8;

type Words = Messages["settings"];

/** `/settings zone name:Montréal`: how the bot answers in a server, for those who manage it. */
export const settings: SlashCommand = {
  definition: settingsDefinition,

  async answer({ subcommand, options }, context) {
    const server = managed(context);
    if (!("settings" in server)) return server;
    if (subcommand === "language") return setLanguage(options.value ?? "", server, context);
    if (subcommand === "zone") return setZone(options.name ?? "", server, context);
    if (subcommand === "answers") return setVisibility(options.visibility ?? "", server, context);
    if (subcommand === "command")
      return switchCommand(options.name ?? "", options.state ?? "", server, context);
    if (subcommand === "reset") return shown(await server.reset(), (words) => words.done.reset, context);
    return shown(server.settings, null, context);
  },

  complete({ subcommand, typed: text }, context) {
    if (!context.server?.mayManage) return [];
    return subcommand === "zone" ? zoneChoices(text, LIMITS.choices, context) : commandChoices(text, context);
  },

  async press({ action, picked: [zone = ""] }, context) {
    if (action !== "zone") return null;
    const server = managed(context);
    return "settings" in server ? setZone(zone, server, context) : server;
  },
};

/** The server, where the member may manage it; else the refusal. Discord hides the command, but does not bind us. */
function managed({ server }: Context): Server | Reply {
  if (server?.mayManage) return server;
  return privately(({ words: { settings: words } }) => ({
    content: server ? words.notAllowed : words.onlyInServers,
  }));
}

async function setLanguage(value: string, server: Server, context: Context): Promise<Reply> {
  const known = { fr: "fr", en: "en", discord: null } as const;
  if (!isKeyOf(value, known))
    return wrong(
      (words) => words.wrong.language(typed(value)),
      () => Object.keys(known),
    );
  const changed = await server.change(() => ({ language: known[value] }));
  return shown(changed, (words) => words.done.language, context);
}

async function setZone(value: string, server: Server, context: Context): Promise<Reply> {
  const { zones } = context.lookups;
  const zone = zones.resolve(value);
  if (zone === null) {
    const near = zoneChoices(value, NEAR_ZONES, context);
    const reason = zones.isAmbiguous(value) ? "severalZones" : "zone";
    return privately((voice) => wrongZoneView(voice.words.settings.wrong[reason](typed(value)), near, voice));
  }
  return shown(await server.change(() => ({ zone })), (words) => words.done.zone, context);
}

async function setVisibility(value: string, server: Server, context: Context): Promise<Reply> {
  if (value !== "public" && value !== "private")
    return wrong(
      (words) => words.wrong.answers(typed(value)),
      () => ["public", "private"],
    );
  return shown(await server.change(() => ({ visibility: value })), (words) => words.done.answers, context);
}

async function switchCommand(name: string, state: string, server: Server, context: Context): Promise<Reply> {
  const all = switchable(context);
  const wanted = all.find((one) => namesOf(one).includes(fold(name)));
  if (!wanted)
    return wrong(
      (words) => words.wrong.command(typed(name)),
      ({ language }) => all.map(({ definition }) => commandName(definition, language)),
    );
  if (state !== "on" && state !== "off")
    return wrong(
      (words) => words.wrong.state(typed(state)),
      () => ["on", "off"],
    );
  const changed = await server.change(({ off }) => {
    const others = off.filter((key) => key !== wanted.key);
    return { off: state === "off" ? [...others, wanted.key] : others };
  });
  return shown(
    changed,
    (words, voice) => words.done[state](commandName(wanted.definition, voice.language)),
    context,
  );
}

/** All settings, below what was just done. */
function shown(
  { language, zone, visibility, off }: GuildSettings,
  done: ((words: Words, voice: Voice) => string) | null,
  context: Context,
): Reply {
  const all = switchable(context);
  const view = {
    language,
    zone: zone ?? context.lookups.story.about.zones.home,
    zoneIsChosen: zone !== null,
    visibility,
    on: all.filter(({ key }) => !off.includes(key)),
    off: all.filter(({ key }) => off.includes(key)),
  };
  return privately((voice) => settingsView(view, done?.(voice.words.settings, voice) ?? null, voice));
}

function wrong(reason: (words: Words) => string, right: (voice: Voice) => readonly string[]): Reply {
  return privately((voice) => wrongValueView(reason(voice.words.settings), right(voice), voice));
}

function privately(show: Reply["show"]): Reply {
  return { visibility: "private", show };
}

/** Settings themselves can't be switched off: nobody could switch them on again. */
function switchable({ commands }: Context): Listed[] {
  return commands
    .map((command) => ({ key: keyOf(command), definition: command.definition }))
    .filter(({ key }) => key !== settingsDefinition.name);
}

/** What a command may be called by, folded: its key and its name in each language. */
function namesOf({ key, definition }: Listed): string[] {
  return [key, nameIn(definition, "en"), nameIn(definition, "fr")].map(fold);
}

/** A zone that was found by the name of another city says so: "America/Toronto (Montreal)". */
function zoneChoices(text: string, most: number, { lookups: { zones } }: Context): Choice[] {
  return zones.nearest(text, most).map((zone) => {
    const city = zones.cityOf(zone, text);
    return { name: city ? `${zone} (${city})` : zone, value: zone };
  });
}

function commandChoices(text: string, context: Context): Choice[] {
  return switchable(context)
    .filter((one) => namesOf(one).some((name) => name.includes(fold(text))))
    .map(({ key, definition }) => ({
      name: clip(commandName(definition, context.language), LIMITS.choiceText),
      value: key,
    }));
}

function isKeyOf<Known extends object>(value: string, known: Known): value is Extract<keyof Known, string> {
  return Object.hasOwn(known, value);
}
