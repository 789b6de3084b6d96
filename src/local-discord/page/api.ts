import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Member } from "../member.ts";
import { NotSent } from "../options.ts";
import { reasonsIn } from "../reasons.ts";
import type { Identity } from "../server.ts";
import type { World } from "../world.ts";
import { memberOf } from "./places.ts";
import { shownCommands } from "./shown-commands.ts";
import { viewerSchema } from "./viewer.ts";

/** The longest message that a member may write: https://docs.discord.com/developers/resources/message#create-message */
const longestMessage = 2000;

const text = z.string();
const typedOptions = z.record(text, text);
const nothing = z.strictObject({});

/**
 * What the page can do, each a POST of `{as: viewer, input}`: a thin cover over `Member`, by which
 * everything goes that anybody does in the local Discord.
 */
export function pageApi(world: World, member: (who: Identity) => Member): Hono {
  const api = new Hono();

  const action = <Input>(
    name: string,
    schema: z.ZodType<Input>,
    act: (input: Input, who: Member) => Promise<object>,
  ) => {
    const whole = z.strictObject({ as: viewerSchema, input: schema });
    api.post(`/${name}`, async (context) => {
      const asked = whole.safeParse(await json(context));
      if (!asked.success) return context.json({ error: z.prettifyError(asked.error) }, 400);
      const who = memberOf(world, member, asked.data.as);
      return context.json(await act(asked.data.input, who));
    });
  };

  action("commands", nothing, async (_, who) => shownCommands(await who.commands(), who.locale));
  action(
    "complete",
    z.strictObject({ name: text, options: typedOptions, focused: text }),
    async (input, who) => {
      try {
        return { choices: await who.complete(input.name, input.options, input.focused), error: null };
      } catch (error) {
        if (error instanceof NotSent) return { choices: [], error: error.message };
        throw error;
      }
    },
  );
  action("command", z.strictObject({ name: text, options: typedOptions }), async ({ name, options }, who) =>
    outcome(await who.command(name, options)),
  );
  action("press", z.strictObject({ message: text, id: text }), async ({ message, id }, who) =>
    onMessage(who, message, (found) => who.press(found, id)),
  );
  action(
    "pick",
    z.strictObject({ message: text, id: text, values: z.array(text) }),
    async ({ message, id, values }, who) => onMessage(who, message, (found) => who.pick(found, id, values)),
  );
  action("apply", z.strictObject({ message: text, name: text }), async ({ message, name }, who) =>
    onMessage(who, message, (found) => who.apply(name, found)),
  );
  action(
    "write",
    z.strictObject({ content: text.trim().min(1).max(longestMessage) }),
    async ({ content }, who) => {
      who.write(content);
      return { error: null };
    },
  );
  return api;
}

/** The messages themselves come by the live connection. */
function outcome({ error }: { error: string | null }): { error: string | null } {
  return { error };
}

/** Does something with a message that this member sees: what others got in private is not there for him. */
async function onMessage(
  who: Member,
  id: string,
  act: (message: ReturnType<Member["messages"]>[number]) => ReturnType<Member["press"]>,
): Promise<{ error: string | null }> {
  const message = who.messages().find((one) => one.id === id);
  return message ? outcome(await act(message)) : { error: reasonsIn(who.locale).messageGone };
}

async function json(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return null;
  }
}
