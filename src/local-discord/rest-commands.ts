import { Hono } from "hono";
import {
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";
import { errors, fail, readBody, refuse } from "./requests.ts";
import type { SentOption } from "./rules/command-options.ts";
import { commandsError, type SentCommand } from "./rules/commands.ts";
import type { World } from "./world.ts";

/**
 * The commands of an application and of its guilds: GET and PUT of
 * https://docs.discord.com/developers/interactions/application-commands#endpoints
 */
export function commandRoutes(world: World): Hono {
  const routes = new Hono();

  for (const path of ["/:application/commands", "/:application/guilds/:guild/commands"]) {
    routes.get(path, (context) => {
      if (context.req.param("application") !== world.application) return fail(context, errors.missingAccess);
      const localized = context.req.query("with_localizations") === "true";
      const commands = commandsOf(world, context.req.param("guild"));
      return context.json(localized ? commands : commands.map(withoutLocalizations));
    });
    routes.put(path, async (context) => {
      if (context.req.param("application") !== world.application) return fail(context, errors.missingAccess);
      const body = await readBody(context);
      if (!body) return fail(context, errors.badJson);
      const refused = commandsError(body.json);
      if (refused) return refuse(context, refused);
      const guild = context.req.param("guild");
      const before = commandsOf(world, guild);
      const commands = (body.json as SentCommand[]).map((sent) => registered(world, sent, guild, before));
      if (guild === undefined) world.globalCommands = commands;
      else world.guildCommands.set(guild, commands);
      return context.json(commands);
    });
  }
  return routes;
}

function commandsOf(world: World, guild: string | undefined): APIApplicationCommand[] {
  return guild === undefined ? world.globalCommands : (world.guildCommands.get(guild) ?? []);
}

/** A command as Discord keeps it: defaults filled in, the id of its namesake, a new version when it changed. */
function registered(
  world: World,
  sent: SentCommand,
  guild: string | undefined,
  before: APIApplicationCommand[],
): APIApplicationCommand {
  const type = sent.type ?? ApplicationCommandType.ChatInput;
  const old = before.find((one) => one.type === type && one.name === sent.name);
  const command = {
    id: old?.id ?? world.nextId(),
    application_id: world.application,
    version: old?.version ?? world.nextId(),
    default_member_permissions: sent.default_member_permissions?.toString() ?? null,
    type,
    name: sent.name,
    name_localizations: sent.name_localizations ?? null,
    description: sent.description ?? "",
    description_localizations: sent.description_localizations ?? null,
    dm_permission: sent.contexts ? sent.contexts.includes(1) : true,
    contexts: sent.contexts ?? null,
    integration_types: sent.integration_types ?? [0],
    nsfw: sent.nsfw ?? false,
    ...(sent.options?.length && { options: sent.options.map(registeredOption) }),
    ...(guild !== undefined && { guild_id: guild }),
  } as unknown as APIApplicationCommand;
  if (old && JSON.stringify(old) !== JSON.stringify(command)) command.version = world.nextId();
  return command;
}

/** Discord leaves out what is false or absent, so `required: false` is not given back. */
function registeredOption(sent: SentOption): APIApplicationCommandOption {
  const { name_localizations, description_localizations, required, autocomplete, choices, options, ...rest } =
    sent;
  return {
    ...rest,
    name_localizations: name_localizations ?? null,
    description_localizations: description_localizations ?? null,
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
    ...(choices && {
      choices: choices.map((one) => ({ ...one, name_localizations: one.name_localizations ?? null })),
    }),
    ...(options && { options: options.map(registeredOption) }),
  };
}

/** Without `with_localizations=true` Discord lists commands without their other languages. */
function withoutLocalizations(value: APIApplicationCommand): APIApplicationCommand {
  const dropped = new Set(["name_localizations", "description_localizations"]);
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (dropped.has(key) ? undefined : inner)),
  ) as APIApplicationCommand;
}
