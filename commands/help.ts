import { SlashCommandBuilder } from "@discordjs/builders";
import { InteractionContextType } from "discord-api-types/v10";
import { keyOf, type Context, type SlashCommand } from "../src/bot/command.ts";
import { commandHelpView, helpView, type Listed } from "../src/view/help.ts";
import type { Reply } from "../src/view/message.ts";
import { everywhere } from "./definition.ts";

const definition = everywhere(
  new SlashCommandBuilder()
    .setName("help")
    .setNameLocalizations({ fr: "aide" })
    .setDescription("What I can do here, command by command")
    .setDescriptionLocalizations({ fr: "Ce que je sais faire ici, commande par commande" }),
);

/** `/help`: the commands as their definitions tell them, for the member who asks. */
export const help: SlashCommand = {
  definition,

  async answer(_request, context) {
    return allCommands(context);
  },

  async press({ action, picked }, context) {
    if (action === "all") return allCommands(context);
    const one = action === "open" ? usable(context).find(({ key }) => key === picked[0]) : undefined;
    return one ? { visibility: "private", show: (voice) => commandHelpView(one, voice) } : null;
  },
};

function allCommands(context: Context): Reply {
  return { visibility: "private", show: (voice) => helpView(usable(context), voice) };
}

/** What this member can use here: what is on, is offered in such a place, and asks for no permission he lacks. */
function usable({ commands, server }: Context): Listed[] {
  return commands
    .map((command) => ({ key: keyOf(command), definition: command.definition }))
    .filter(({ key, definition: { contexts, default_member_permissions: permissions } }) => {
      if (!server) return contexts?.includes(InteractionContextType.BotDM) ?? true;
      return !server.settings.off.includes(key) && (!permissions || server.mayManage);
    });
}
