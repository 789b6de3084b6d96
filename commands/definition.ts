import { ApplicationIntegrationType, InteractionContextType } from "discord-api-types/v10";

/** A builder of a command, slash or message. */
interface Builder<Definition> {
  setContexts(...contexts: InteractionContextType[]): this;
  setIntegrationTypes(...types: ApplicationIntegrationType[]): this;
  toJSON(): Definition;
}

/** A command for servers, private messages with the bot and private channels, installed by a server or by a member. */
export function everywhere<Definition>(builder: Builder<Definition>): Definition {
  return builder
    .setContexts(
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    )
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .toJSON();
}
