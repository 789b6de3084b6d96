import { ContextMenuCommandBuilder } from "@discordjs/builders";
import { ApplicationCommandType } from "discord-api-types/v10";
import type { Context, MessageCommand } from "../src/bot/command.ts";
import { checkMessage, type MessageFindings } from "../src/lookup/checkMessage.ts";
import { checkView, isNothing, nothingToCheckView } from "../src/view/check.ts";
import { readFindings, writeFindings } from "../src/view/checkState.ts";
import type { Reply } from "../src/view/message.ts";
import { everywhere } from "./definition.ts";

const definition = everywhere(
  new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName("Check this")
    .setNameLocalizations({ fr: "Vérifier" }),
);

/** "Check this" on a message: what of the story it touches, for the eyes of the member who asks. */
export const check: MessageCommand = {
  definition,
  key: "check",

  // Never cached: of a message nothing is kept.
  async apply({ text }, context) {
    if (text.trim() === "") return { visibility: "private", show: nothingToCheckView };
    await context.lookups.prepared();
    return {
      ...findingsReply(checkMessage(text, context.language, context.lookups), context),
      visibility: "private",
    };
  },

  async press({ action, details }, context) {
    if (action !== "found") return null;
    const findings = readFindings(details, context.lookups.story);
    return findings && findingsReply(findings, context);
  },
};

function findingsReply(findings: MessageFindings, { lookups: { story } }: Context): Reply {
  return {
    visibility: "public",
    show: (voice) => checkView(findings, story, voice),
    again: isNothing(findings) ? undefined : writeFindings(findings),
  };
}
