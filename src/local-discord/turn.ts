import { InteractionResponseType as Callback, type APIMessage } from "discord-api-types/v10";
import { patience } from "./interaction.ts";
import { findPost } from "./posts.ts";
import type { Reasons } from "./reasons.ts";
import type { Choice, Interaction, World } from "./world.ts";

/** What came of one thing that a member did. */
export interface Turn {
  /** From the interaction's start to its answer, in ms. */
  ms: number;
  /** The messages that came, or that were edited, as this member sees them. */
  messages: APIMessage[];
  /** For a completion its suggestions, otherwise null. */
  choices: Choice[] | null;
  /** Why there was no answer, or why one was refused; null when all went well. */
  error: string | null;
}

/** Runs a function after so many ms; gives back what cancels it. */
export type After = (ms: number, run: () => void) => () => void;

/** How long a member waits for an answer that was promised, in ms. */
const promised = 15_000;

/** A turn that never reached the bot. */
export function failed(error: string): Turn {
  return { ms: 0, messages: [], choices: null, error };
}

/**
 * Waits for an interaction's answer: a message or an update, or when it was deferred, the first thing that
 * fills it; 3 s for the first sign, 15 s for what was promised.
 */
export function turnOf(
  world: World,
  after: After,
  interaction: Interaction,
  reasons: Reasons,
): Promise<Turn> {
  return new Promise((resolve) => {
    const cancels: (() => void)[] = [];
    const finish = (error: string | null) => {
      cancels.forEach((cancel) => cancel());
      interaction.changed = () => {};
      resolve(result(world, interaction, error));
    };
    cancels.push(
      after(patience.answer, () => {
        if (interaction.callback === null) finish(reasons.noResponse);
      }),
      after(promised, () => {
        // A component's deferral promises nothing that the member would miss.
        const silent = interaction.callback === Callback.DeferredMessageUpdate;
        finish(silent ? null : reasons.promiseNotKept);
      }),
    );
    interaction.changed = () => {
      if (isAnswered(world, interaction)) finish(null);
    };
    interaction.changed();
  });
}

function isAnswered(world: World, interaction: Interaction): boolean {
  const { callback, touched, loading, channel } = interaction;
  if (callback === null) return false;
  if (callback === Callback.DeferredMessageUpdate) return touched.length > 0;
  // A placeholder that was taken away promises a message of another kind: a private one for a public one.
  const isPromised = callback === Callback.DeferredChannelMessageWithSource;
  return !loading && (!isPromised || touched.some((id) => findPost(world, channel, id) !== undefined));
}

function result(world: World, interaction: Interaction, error: string | null): Turn {
  const messages = [...new Set(interaction.touched)].flatMap((id) => {
    const post = findPost(world, interaction.channel, id);
    return post ? [structuredClone(post.message)] : [];
  });
  const ms = Math.round((world.now() - interaction.at) * 10) / 10;
  const errors = [...interaction.refusals, ...(error ? [error] : [])];
  return { ms, messages, choices: interaction.choices, error: errors.length ? errors.join("; ") : null };
}
