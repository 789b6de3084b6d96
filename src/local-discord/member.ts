import {
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
} from "discord-api-types/v10";
import type { Gateway } from "./gateway.ts";
import { interactionPayload, newInteraction, type Asked, type Invoker } from "./interaction.ts";
import { parseLine } from "./line.ts";
import { memberMessage } from "./messages.ts";
import { called, leafOf, openChoices, type Leaf } from "./names.ts";
import { fillOptions, nested, type Filled, NotSent, ownSuggestions } from "./options.ts";
import { channelOf, userOf } from "./people.ts";
import { findPost } from "./posts.ts";
import { reasonsIn } from "./reasons.ts";
import { lastAnswer, visibleCommands, visiblePosts } from "./sight.ts";
import { failed, turnOf, type After, type Turn } from "./turn.ts";
import { checkUse, partsOf, usableCalled } from "./use.ts";
import type { Choice, World } from "./world.ts";

/** A member of a guild, or somebody in a private chat with the bot: all that he does goes through here. */
export interface Member {
  readonly user: APIUser;
  /** The guild's id, or null in the private chat. */
  readonly guild: string | null;
  readonly locale: string;
  /** The registered commands that this member sees here. */
  commands(): Promise<APIApplicationCommand[]>;
  /** Sends a slash command; its name, subcommands after a space, and its options in any of their languages. */
  command(name: string, options?: Record<string, string>): Promise<Turn>;
  /** Suggestions for the option named `focused`. Rejects when the bot gives none in time. */
  complete(name: string, options: Record<string, string>, focused: string): Promise<Choice[]>;
  /** Presses a button. */
  press(message: APIMessage, customId: string): Promise<Turn>;
  /** Picks entries of a select menu. */
  pick(message: APIMessage, customId: string, values: string[]): Promise<Turn>;
  /** Applies a message command to a message, or to a new one with that content. */
  apply(name: string, message: APIMessage | { content: string; author?: string }): Promise<Turn>;
  /** Does what one typed line says; see line.ts. `valueOf` gives what is sent for a text that was chosen by its name. */
  say(line: string, valueOf?: ValueOf): Promise<Turn>;
  /** Writes a message of his own into the channel. */
  write(content: string): APIMessage;
  /** What this member sees in the channel, oldest first. */
  messages(): APIMessage[];
  /** Calls back after each change of the channel's messages, until the function that it gives is called. */
  watch(changed: () => void): () => void;
}

/** The value of a suggestion for an option, by its name; undefined for a text that was typed. */
type ValueOf = (option: string, name: string) => string | undefined;

/** What a member needs to act: the world, the way to the bot, and a timer. */
export interface Ground {
  world: World;
  gateway: Gateway;
  after: After;
}

/** The member that does things as `who`. */
export function newMember(ground: Ground, who: Invoker): Member {
  const { world } = ground;
  const channel = channelOf(world, who.user, who.guild);
  const commands = () => visibleCommands(world, who);
  const reasons = reasonsIn(who.locale);

  const send = async (asked: Partial<Asked> & Pick<Asked, "type" | "data">): Promise<Turn> => {
    const whole: Asked = { command: null, target: null, source: null, focused: null, ...asked };
    const interaction = newInteraction(world, who, whole);
    const payload = interactionPayload(world, interaction, who, whole);
    if (!ground.gateway.dispatch(who.guild, "INTERACTION_CREATE", payload))
      return failed(reasons.notConnected);
    return turnOf(world, ground.after, interaction, reasons);
  };

  const leaf = (name: string): Leaf => {
    const found = leafOf(commands(), name, who.locale);
    if (!found || found.rest) throw new NotSent(reasons.noCommand(name));
    if (openChoices(found.leaf).length) throw new NotSent(reasons.needsSubcommand(name));
    return found.leaf;
  };

  const useComponent = (message: APIMessage, customId: string, values: string[] | null): Promise<Turn> => {
    const post = visiblePosts(world, channel, who).find((one) => one.message.id === message.id);
    if (!post) throw new NotSent(reasons.messageGone);
    const part = partsOf(post.message).find((one) => one.custom_id === customId);
    checkUse(part, customId, values, reasons);
    const data = { custom_id: customId, component_type: part?.type, ...(values && { values }) };
    return send({ type: 3, data, source: post.message });
  };

  const useCalled = (message: APIMessage | undefined, label: string): Promise<Turn> => {
    const { part, value } = usableCalled(message, label, reasons);
    return useComponent(message as APIMessage, part.custom_id ?? "", value === null ? null : [value]);
  };

  const member: Member = {
    user: who.user,
    guild: who.guild,
    locale: who.locale,
    commands: async () => structuredClone(commands()),
    command: (name, options = {}) =>
      attempt(() => {
        const one = leaf(name);
        const data = commandData(one, fillOptions(world, one, options, who.locale));
        return send({ type: 2, data, command: one.command });
      }),
    async complete(name, options, focused) {
      const one = leaf(name);
      const option = called(one.options, focused, who.locale);
      if (!option) throw new NotSent(reasons.noOption(name, focused));
      const own = ownSuggestions(option, options[focused] ?? options[option.name] ?? "", who.locale);
      if (own) return own;
      const data = commandData(
        one,
        fillOptions(world, one, { [focused]: "", ...options }, who.locale, option),
      );
      const turn = await send({ type: 4, data, command: one.command, focused: option });
      if (turn.error !== null) throw new NotSent(turn.error);
      return turn.choices ?? [];
    },
    press: (message, customId) => attempt(() => useComponent(message, customId, null)),
    pick: (message, customId, values) => attempt(() => useComponent(message, customId, values)),
    apply: (name, message) =>
      attempt(() => {
        const command = called(
          commands().filter((one) => one.type === ApplicationCommandType.Message),
          name,
          who.locale,
        );
        if (!command) throw new NotSent(reasons.noMessageCommand(name));
        const found = "id" in message ? findPost(world, channel, message.id)?.message : undefined;
        const author = !("id" in message) && message.author ? userOf(world, message.author) : who.user;
        const target = found ?? memberMessage(world, channel, author, message.content).message;
        const resolved = { messages: { [target.id]: target } };
        const data = { id: command.id, name: command.name, type: 3, target_id: target.id, resolved };
        return send({ type: 2, data, command, target: target.id });
      }),
    say: (line, valueOf = () => undefined) =>
      attempt(async () => {
        const parsed = parseLine(line, commands(), who.locale);
        switch (parsed.kind) {
          case "command":
            return member.command(
              parsed.name,
              Object.fromEntries(
                Object.entries(parsed.options).map(([name, text]) => [name, valueOf(name, text) ?? text]),
              ),
            );
          case "complete": {
            const start = world.now();
            const choices = await member.complete(parsed.name, parsed.options, parsed.focused);
            return { ms: Math.round((world.now() - start) * 10) / 10, messages: [], choices, error: null };
          }
          case "choices":
            return { ms: 0, messages: [], choices: parsed.choices, error: null };
          case "press":
            return useCalled(lastAnswer(world, channel, who), parsed.label);
          case "apply":
            return member.apply(parsed.name, { content: parsed.text });
          default:
            return failed(parsed.message);
        }
      }),
    write: (content) => structuredClone(memberMessage(world, channel, who.user, content).message),
    messages: () => visiblePosts(world, channel, who).map((post) => structuredClone(post.message)),
    watch(changed) {
      const told = (where: string) => {
        if (where === channel) changed();
      };
      world.watchers.add(told);
      return () => void world.watchers.delete(told);
    },
  };
  return member;
}

/** The `data` of a slash command's interaction. */
function commandData({ command, path }: Leaf, filled: Filled): object {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
    options: nested(path, filled.options),
    ...(Object.keys(filled.users).length > 0 && { resolved: { users: filled.users } }),
  };
}

/** Turns what cannot be sent into a turn that says why. */
async function attempt(act: () => Promise<Turn>): Promise<Turn> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof NotSent) return failed(error.message);
    throw error;
  }
}
