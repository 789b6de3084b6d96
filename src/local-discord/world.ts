import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIMessage,
  APIUser,
  InteractionResponseType,
} from "discord-api-types/v10";
import { snowflakes } from "./snowflake.ts";

/** One suggestion of an autocomplete answer. */
export interface Choice {
  name: string;
  value: string | number;
}

export interface Guild {
  id: string;
  /** The one text channel of this guild. */
  channel: string;
  locale: string;
  features: string[];
  /** Permission bits, as a decimal string, of members who have none of their own. */
  memberPermissions: string;
  /** Permission bits of the bot in the channel, as a decimal string. */
  appPermissions: string;
}

/** A message and who sees it: everybody in the channel, or with `to` that user alone. */
export interface Post {
  message: APIMessage;
  to: string | null;
  /** The ids of its files, those that an embed shows among them. */
  files: string[];
}

/** An interaction from its start on: what was asked, and how far the answer has come. */
export interface Interaction {
  id: string;
  token: string;
  /** 2 command, 3 component, 4 autocomplete (InteractionType). */
  type: 2 | 3 | 4;
  user: APIUser;
  guild: string | null;
  channel: string;
  /** When it was created, in ms since 1970. */
  at: number;
  command: APIApplicationCommand | null;
  /** The message a message command was applied to. */
  target: string | null;
  /** The message whose button or menu was used. */
  source: string | null;
  /** The option that asks for suggestions. */
  focused: APIApplicationCommandBasicOption | null;
  owners: Record<string, string>;
  /** The callback type of the first answer (4 to 8), null while there is none. */
  callback: InteractionResponseType | null;
  /** The message that `@original` names. */
  original: string | null;
  /** An answer that was promised (type 5) and is not there yet. */
  loading: boolean;
  choices: Choice[] | null;
  /** Messages sent or edited on behalf of this interaction, in order. */
  touched: string[];
  /** Answers that were refused, in words. */
  refusals: string[];
  /** How often a client has read it; more than once where a session was resumed or something went wrong. */
  deliveries: number;
  /** When it was first sent to a client, in ms since 1970. */
  deliveredAt: number | null;
  /** When its first answer was accepted, in ms since 1970. */
  answeredAt: number | null;
  /** First answers that were offered after one had been accepted. */
  repeated: number;
  /** Called after each change of the fields above. */
  changed: () => void;
}

/** A file that came with a message; the local CDN serves it. */
interface StoredFile {
  type: string;
  data: Uint8Array<ArrayBuffer>;
}

/** All that the local Discord knows. Nothing in it opens a socket. */
export interface World {
  now: () => number;
  nextId: () => string;
  bot: APIUser;
  application: string;
  token: string;
  /** The address of this server, `http://127.0.0.1:PORT`, known once it listens. */
  origin: string;
  guilds: Map<string, Guild>;
  users: Map<string, APIUser>;
  /** The private channel of each user with the bot, by user id. */
  privateChannels: Map<string, string>;
  globalCommands: APIApplicationCommand[];
  guildCommands: Map<string, APIApplicationCommand[]>;
  /** Messages by channel, oldest first. */
  channels: Map<string, Post[]>;
  interactions: Map<string, Interaction>;
  /** The message that answered a user last, by `user:channel`. */
  lastAnswers: Map<string, string>;
  files: Map<string, StoredFile>;
  /** Told a channel's id after each change of its messages. */
  watchers: Set<(channel: string) => void>;
}

/** Fixed ids, so that what a bot stores by guild or user is found again in the next run. */
const fixed = {
  application: "1175000000000000001",
  guild: "1175000000000000002",
  user: "1175000000000000003",
};

/** Who a member is, and where, when nothing is said about it. */
export const usualMember = { user: fixed.user, guild: fixed.guild };

/**
 * An empty world with one application in it.
 * @param now the clock, in ms since 1970
 */
export function newWorld(now: () => number): World {
  const { application, user } = fixed;
  return {
    now,
    nextId: snowflakes(now),
    application,
    bot: { ...newUser(application, "feuilleton"), bot: true },
    token: `${Buffer.from(application).toString("base64url")}.local.discord`,
    origin: "",
    guilds: new Map(),
    users: new Map([[user, newUser(user, "member")]]),
    privateChannels: new Map(),
    globalCommands: [],
    guildCommands: new Map(),
    channels: new Map(),
    interactions: new Map(),
    lastAnswers: new Map(),
    files: new Map(),
    watchers: new Set(),
  };
}

/** The user object of a name, as Discord shows it to others. */
export function newUser(id: string, name: string): APIUser {
  return { id, username: name, discriminator: "0", global_name: name, avatar: null };
}
