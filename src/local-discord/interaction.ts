import {
  ApplicationIntegrationType,
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
} from "discord-api-types/v10";
import { channelOf, guildOf } from "./people.ts";
import { addInteraction } from "./posts.ts";
import type { Interaction, World } from "./world.ts";

/** Who starts an interaction, and where. */
export interface Invoker {
  user: APIUser;
  /** A guild id, or null in the private channel with the bot. */
  guild: string | null;
  locale: string;
  /** Permission bits of this member in the guild. */
  permissions: string;
}

/** What is asked; the parts that are absent are null. */
export interface Asked {
  type: Interaction["type"];
  /** The `data` of the interaction. */
  data: object;
  command: APIApplicationCommand | null;
  target: string | null;
  source: APIMessage | null;
  focused: Interaction["focused"];
}

/** What an attachment may weigh, in bytes: https://docs.discord.com/developers/reference#uploading-files */
export const attachmentSizeLimit = 10 * 1024 * 1024;
/** An interaction must be answered within this many ms, and its token is good for the second number. */
export const patience = { answer: 3_000, token: 15 * 60_000 };

/** Remembers a new interaction, unanswered. */
export function newInteraction(world: World, who: Invoker, asked: Asked): Interaction {
  const id = world.nextId();
  const interaction: Interaction = {
    id,
    token: Buffer.from(`interaction:${id}:${world.nextId()}`).toString("base64url"),
    type: asked.type,
    user: who.user,
    guild: who.guild,
    channel: channelOf(world, who.user, who.guild),
    at: world.now(),
    command: asked.command,
    target: asked.target,
    source: asked.source?.id ?? null,
    focused: asked.focused,
    owners: owners(who, asked.command),
    callback: null,
    original: null,
    loading: false,
    choices: null,
    touched: [],
    refusals: [],
    deliveries: 0,
    deliveredAt: null,
    answeredAt: null,
    repeated: 0,
    changed: () => {},
  };
  addInteraction(world, interaction);
  return interaction;
}

/**
 * The INTERACTION_CREATE payload:
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function interactionPayload(
  world: World,
  interaction: Interaction,
  who: Invoker,
  asked: Asked,
): Record<string, unknown> {
  const guild = who.guild === null ? null : guildOf(world, who.guild);
  return {
    id: interaction.id,
    application_id: world.application,
    type: interaction.type,
    data: asked.data,
    token: interaction.token,
    version: 1,
    channel_id: interaction.channel,
    locale: who.locale,
    app_permissions: guild?.appPermissions ?? privatePermissions,
    entitlements: [],
    authorizing_integration_owners: interaction.owners,
    context: guild ? 0 : 1,
    attachment_size_limit: attachmentSizeLimit,
    ...(asked.source && { message: asked.source }),
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: guild.features },
          guild_locale: guild.locale,
          channel: {
            id: interaction.channel,
            type: 0,
            guild_id: guild.id,
            name: "general",
            position: 0,
            parent_id: null,
            topic: null,
            nsfw: false,
            last_message_id: null,
            rate_limit_per_user: 0,
            flags: 0,
            permissions: who.permissions,
          },
          member: {
            user: who.user,
            nick: null,
            avatar: null,
            banner: null,
            roles: [],
            joined_at: "2023-11-17T20:28:00.000Z",
            premium_since: null,
            deaf: false,
            mute: false,
            pending: false,
            flags: 0,
            communication_disabled_until: null,
            permissions: who.permissions,
          },
        }
      : {
          channel: {
            id: interaction.channel,
            type: 1,
            last_message_id: null,
            flags: 0,
            recipients: [who.user],
          },
          user: who.user,
        }),
  };
}

/** In a private channel the bot has, in effect, all the permissions such a channel knows. */
const privatePermissions = "2248473465835073";

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
function owners(who: Invoker, command: APIApplicationCommand | null): Record<string, string> {
  const types = command?.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  if (types.includes(ApplicationIntegrationType.GuildInstall)) return { "0": who.guild ?? "0" };
  return { "1": who.user.id };
}
