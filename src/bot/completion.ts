import type { AutocompleteInteraction } from "discord.js";
import { LIMITS } from "../view/limits.ts";
import { keyOf, type Choice } from "./command.ts";
import type { Cooldown } from "./cooldown.ts";
import { isGone } from "./gone.ts";
import { commandRequest, focusedOf } from "./input.ts";
import type { Log } from "./log.ts";
import type { Outcome } from "./meter.ts";
import { contextOf, placeOf, type ContextParts } from "./place.ts";
import { suggest } from "./send.ts";

/** All that a completion needs. */
export interface CompletionParts extends ContextParts {
  log: Log;
  /** Whether a member may ask for one more completion; always unless told. */
  mayComplete?: Cooldown;
}

/** Answers a keystroke, if only with an empty list, and gives how that went. Never rejects. */
export async function complete(
  interaction: AutocompleteInteraction,
  parts: CompletionParts,
): Promise<Outcome> {
  try {
    if (parts.mayComplete && !parts.mayComplete(interaction.user.id)) {
      await suggest(interaction, []);
      return "limited";
    }
    const choices = await choicesFor(interaction, parts);
    await suggest(interaction, choices ?? []);
    return choices ? "answered" : "failed";
  } catch (error) {
    if (isGone(error, parts.meter)) return "gone";
    parts.log.error("a completion could not be delivered", { error });
    return "failed";
  }
}

/** Null where it failed: even then it is answered, if only with an empty list. */
async function choicesFor(
  interaction: AutocompleteInteraction,
  parts: CompletionParts,
): Promise<Choice[] | null> {
  try {
    const typed = focusedOf(interaction);
    const command = parts.commands.find(({ definition }) => definition.name === interaction.commandName);
    if (!typed || !command || !("complete" in command)) return [];
    const place = await placeOf(interaction, parts);
    if (place.settings.off.includes(keyOf(command))) return [];
    const request = { ...commandRequest(interaction), ...typed };
    const context = contextOf(interaction, place, place.languages.member, parts);
    return (command.complete?.(request, context) ?? []).slice(0, LIMITS.choices);
  } catch (error) {
    parts.log.error("a completion failed", { error });
    return null;
  }
}
