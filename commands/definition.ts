import type { SlashCommandOptionsOnlyBuilder } from "@discordjs/builders";
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";

/** A command for servers, private messages with the bot and private channels, installed by a server or by a member. */
export function everywhere(
  builder: SlashCommandOptionsOnlyBuilder,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return builder
    .setContexts(
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    )
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .toJSON();
}
