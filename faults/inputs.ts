import * as fc from "fast-check";
import { ApplicationCommandOptionType, ApplicationCommandType, type APIMessage } from "discord-api-types/v10";
import { startApp } from "../src/app.ts";
import { keyOf, type Command } from "../src/bot/command.ts";
import { startLocalDiscord, type LocalDiscord, type Member, type Turn } from "../src/local-discord/index.ts";
import { hostileId, hostileText } from "./hostile.ts";
import { firstButton } from "./stage.ts";

/** Something that a member, or a program in his name, sends. */
type Input =
  | { kind: "command"; name: string; options: object[] }
  | { kind: "completion"; name: string; options: object[] }
  | { kind: "press"; customId: string; values: string[] | null }
  | { kind: "apply"; name: string; content: string };

/** An input that went wrong, and how. */
export interface Failure {
  input: string;
  problem: string;
}

export interface InputParts {
  story: string;
  commands: readonly Command[];
  count: number;
  /** The same seed gives the same inputs. */
  seed: number;
}

const BATCH = 200;
const MEMBERS = 6;
/** After so many inputs each member gets a new answer to press on. */
const RENEWED = 600;

/**
 * Sends generated inputs through the real router and counts what went wrong: an error in the log, no answer in
 * time, a payload that Discord refuses, a mention that would ping.
 */
export async function tryInputs({ story, commands, count, seed }: InputParts): Promise<Failure[]> {
  const discord = await startLocalDiscord();
  const logged: string[] = [];
  const bot = await startApp({
    story,
    token: discord.token,
    api: discord.api,
    log: { info: () => {}, error: (text, details) => logged.push(`${text} ${String(details?.error)}`) },
  });
  /** What is to be delivered in place of what a user's client would send. */
  const instead = new Map<string, (data: Sent) => void>();
  discord.misbehave({
    kind: "events",
    deliver(payload, send) {
      const copy = structuredClone(payload) as Payload;
      instead.get((copy.member ?? copy).user?.id ?? "")?.(copy.data);
      send(copy);
    },
  });
  const failures: Failure[] = [];
  try {
    const askers: Asker[] = [];
    let turns = 0;
    // One after another, so that what is logged belongs to the input that was last.
    for (const input of generated(commands, count, seed)) {
      const at = turns % MEMBERS;
      let asker = askers[at];
      // A channel forgets its oldest messages.
      if (!asker || turns % RENEWED < MEMBERS) {
        instead.clear();
        asker = askers[at] = await ready(discord, at);
      }
      turns++;
      const { member, message } = asker;
      instead.set(member.user.id, (data) => change(data, input));
      const problem = problemOf(await offer(input, member, message)) ?? logged[0];
      logged.length = 0;
      if (problem !== undefined) failures.push({ input: JSON.stringify(input).slice(0, 400), problem });
    }
  } finally {
    await bot.stop();
    await discord.close();
  }
  return failures;
}

interface Asker {
  member: Member;
  /** An answer of his that has buttons. */
  message: APIMessage;
}

/** A member, in one of several servers and of either language, who has something to press. */
async function ready(discord: LocalDiscord, n: number): Promise<Asker> {
  const locale = n % 2 === 0 ? "en-US" : "fr";
  const member = discord.member({
    user: `member ${n}`,
    guild: n % 3 === 0 ? null : `guild ${n % 3}`,
    locale,
  });
  const { error, messages } = await member.say("/timeline day:20/11/2023");
  if (!messages[0]) throw new Error(`the timeline has no answer to press on: ${error}`);
  return { member, message: messages[0] };
}

/** Batch by batch, so that a hundred thousand are never in memory together. */
function* generated(commands: readonly Command[], count: number, seed: number): Generator<Input> {
  const input = anyInput(commands);
  for (let done = 0; done < count; done += BATCH)
    yield* fc.sample(input, { numRuns: Math.min(BATCH, count - done), seed: seed + done });
}

type Sent = Record<string, unknown> & {
  resolved?: { messages?: Record<string, { content: string; embeds: object[] }> };
};
interface Payload {
  user?: { id: string };
  member?: { user: { id: string } };
  data: Sent;
}

/** Sends what Discord's client would let a member send, so that an answer can come. */
async function offer(input: Input, member: Member, message: APIMessage): Promise<Turn> {
  switch (input.kind) {
    case "command":
      return member.command("timeline");
    case "completion":
      return member.say("?/timeline day:x");
    case "press":
      return member.press(message, firstButton(message) ?? "");
    default:
      return member.apply(input.name, { content: "…" });
  }
}

/** Puts the input in its place. */
function change(data: Sent, input: Input): void {
  if (input.kind === "press")
    Object.assign(data, {
      custom_id: input.customId,
      ...(input.values && { component_type: 3, values: input.values }),
    });
  else if (input.kind === "apply")
    for (const message of Object.values(data.resolved?.messages ?? {}))
      Object.assign(message, { content: input.content, embeds: [{ type: "rich", title: input.content }] });
  else Object.assign(data, { name: input.name, options: input.options });
}

function problemOf({ error, messages }: Turn): string | undefined {
  if (error !== null) return error;
  const pings = messages.find(
    (one) => one.mention_everyone || one.mentions.length > 0 || one.mention_roles.length > 0,
  );
  return pings && `it pings: ${pings.content}`;
}

function anyInput(commands: readonly Command[]): fc.Arbitrary<Input> {
  const keys = commands.map(keyOf);
  const slash = commands.flatMap((one) => ("answer" in one ? [one.definition] : []));
  const menu = commands.flatMap((one) =>
    one.definition.type === ApplicationCommandType.Message ? [one.definition.name] : [],
  );
  const asked = fc
    .constantFrom(...slash.flatMap(forms))
    .chain(({ name, options, below }) =>
      fc
        .record(Object.fromEntries(options.map((option) => [option, hostileText])), { requiredKeys: [] })
        .map((values) => ({ name, options: below(Object.entries(values as Record<string, string>)) })),
    );
  const press = fc.record({
    kind: fc.constant("press" as const),
    customId: hostileId(keys),
    values: fc.option(fc.array(fc.oneof(hostileText, hostileId(keys)), { maxLength: 3 })),
  });
  const apply = fc.record({
    kind: fc.constant("apply" as const),
    name: fc.constantFrom(...menu),
    content: hostileText,
  });
  return fc.oneof(
    { weight: 4, arbitrary: asked.map((one): Input => ({ kind: "command", ...one })) },
    {
      weight: 3,
      arbitrary: asked.map(({ name, options }): Input => ({
        kind: "completion",
        name,
        options: focused(options),
      })),
    },
    { weight: 4, arbitrary: press },
    ...(menu.length > 0 ? [{ weight: 1, arbitrary: apply }] : []),
  );
}

interface Form {
  name: string;
  options: string[];
  /** Puts typed options where Discord puts them: under their subcommand, if there is one. */
  below: (typed: [string, string][]) => object[];
}

/** A command without subcommands, or each of its subcommands. */
function forms({ name, options = [] }: Extract<Command, { answer: unknown }>["definition"]): Form[] {
  const subcommands = options.flatMap((one) =>
    one.type === ApplicationCommandOptionType.Subcommand ? [one] : [],
  );
  if (subcommands.length === 0) return [{ name, options: options.map((one) => one.name), below: typed }];
  return subcommands.map(({ name: subcommand, type, options: inner = [] }) => ({
    name,
    options: inner.map((one) => one.name),
    below: (values) => [{ name: subcommand, type, options: typed(values) }],
  }));
}

/** Options as Discord sends what was typed into them. */
function typed(values: [string, string][]): object[] {
  return values.map(([name, value]) => ({ name, type: ApplicationCommandOptionType.String, value }));
}

/** The last option is being typed. */
function focused(options: object[]): object[] {
  const [last, ...others] = options.toReversed() as { options?: object[] }[];
  if (!last) return [];
  const changed = last.options ? { ...last, options: focused(last.options) } : { ...last, focused: true };
  return [...others.toReversed(), changed];
}
