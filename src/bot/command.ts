import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Change, GuildSettings } from "../cache/settings.ts";
import type { Lookups } from "../lookup/lookups.ts";
import type { Pictures } from "../picture/pictures.ts";
import type { Language } from "../text/messages.ts";
import type { Reply } from "../view/message.ts";

/** What a slash command is asked, already parsed: a missing or blank option is absent. */
export interface CommandRequest {
  /** The subcommand, where the command has any. */
  subcommand?: string;
  options: Readonly<Record<string, string>>;
}

/** A member types an option and wants to see what fits. */
interface CompletionRequest extends CommandRequest {
  option: string;
  typed: string;
}

/** A member chose a message command on a message; its text, that of its embeds included. */
interface MessageRequest {
  text: string;
}

/** A member pressed a button or picked from a menu. */
interface PressRequest {
  action: string;
  details: readonly string[];
  /** The picked entries of a menu; empty for a button. */
  picked: readonly string[];
}

export interface Choice {
  name: string;
  value: string;
}

/** The server in which something is asked, and what its managers may change. */
export interface Server {
  settings: GuildSettings;
  /** Whether the member has the permission Manage Server here. */
  mayManage: boolean;
  /** Keeps a change, after those before it; gives all settings as they are then. Throws when they can't be kept. */
  change(change: Change): Promise<GuildSettings>;
  /** Goes back to the defaults and forgets the look-ups of this server. */
  reset(): Promise<GuildSettings>;
}

/** What a command answers from. */
export interface Context {
  lookups: Lookups;
  /** The language in which a completion speaks. */
  language: Language;
  /** The IANA zone of the server. */
  zone: string;
  /** From 0 up to, not including, 1. */
  random: () => number;
  /** A look-up by its question, computed once and then remembered for the server. It depends on nothing of the server. */
  cached<Answer>(question: readonly (string | null)[], compute: () => Answer): Promise<Answer>;
  /** Pictures for answers; a reply draws them once its voice is known. */
  pictures: Pictures;
  /** All that members can do, in the order in which it is listed to them. */
  commands: readonly Command[];
  /** The name and version of the bot. */
  version: string;
  /** Null in private messages. */
  server: Server | null;
}

/** What slash and message commands share: what their buttons answer. */
interface Pressed {
  /** Gives null for a custom id that it does not know. */
  press?(request: PressRequest, context: Context): Promise<Reply | null>;
}

/** A slash command: what Discord is told of it, and what it answers. It never sends anything itself. */
export interface SlashCommand extends Pressed {
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  answer(request: CommandRequest, context: Context): Promise<Reply>;
  complete?(request: CompletionRequest, context: Context): Choice[];
}

/** A command in the menu of a message. */
export interface MessageCommand extends Pressed {
  definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** The name under which custom ids and settings know it: its own has spaces. */
  key: string;
  apply(request: MessageRequest, context: Context): Promise<Reply>;
}

/** Anything that members can do. */
export type Command = SlashCommand | MessageCommand;

/** The name under which custom ids and settings know a command. */
export function keyOf(command: Command): string {
  return "key" in command ? command.key : command.definition.name;
}
