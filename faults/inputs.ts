import * as fc from "fast-check";
import { MessageFlags, type APIMessage } from "discord-api-types/v10";
import { startApp, type AppParts } from "../src/app.ts";
import type { Command } from "../src/bot/command.ts";
import { startLocalDiscord, type LocalDiscord, type Member, type Turn } from "../src/local-discord/index.ts";
import { anyInput, type Input } from "./anyInput.ts";
import { firstButton } from "./stage.ts";
import { tear } from "./tear.ts";

/** An input that went wrong, and how. */
export interface Failure {
  input: string;
  problem: string;
}

export interface InputParts {
  story: AppParts["story"];
  commands: readonly Command[];
  count: number;
  /** The same seed gives the same inputs. */
  seed: number;
}

const BATCH = 200;
const MEMBERS = 6;
/** After so many inputs each member gets a new answer to press on: a channel forgets its oldest messages. */
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
  const instead = new Map<string, (frame: Frame) => void>();
  discord.misbehave({
    kind: "events",
    deliver(frame, send) {
      const copy = structuredClone(frame) as Frame;
      instead.get((copy.member ?? copy).user?.id ?? "")?.(copy);
      send(copy);
    },
  });
  const failures: Failure[] = [];
  /** An error in the log that belongs to an input. */
  const problemIn = (input: Input | null) =>
    logged.splice(0).find((line) => input?.kind !== "torn" || !line.includes(UNREADABLE));
  try {
    const askers: (Asker | undefined)[] = [];
    let turns = 0;
    // One after another, so that what is logged belongs to the input that was last.
    for (const input of generated(commands, count, seed)) {
      const at = turns % MEMBERS;
      if (turns % RENEWED < MEMBERS) askers[at] = undefined;
      turns++;
      instead.clear();
      const asker = askers[at] ?? (await ready(discord, at));
      for (const { user } of [asker.member, asker.other])
        instead.set(user.id, (frame) => change(frame, input));
      const turn = await offer(input, asker);
      askers[at] = afterwards(asker, turn);
      const problem = problemOf(turn) ?? problemIn(input);
      if (problem !== undefined) failures.push({ input: JSON.stringify(input).slice(0, 400), problem });
    }
  } finally {
    await bot.stop();
    await discord.close();
  }
  const late = problemIn(null);
  return late === undefined ? failures : [...failures, { input: "the last of all", problem: late }];
}

/** What an answer to a frame that nobody can read is logged as. */
const UNREADABLE = "can't be read";

interface Asker {
  member: Member;
  /** Somebody else who sees the same channel. */
  other: Member;
  /** An answer of his that has buttons. */
  message: APIMessage;
}

/** Decimal permission bits: Administrator. */
const EVERYTHING = "8";

/** A member, in one of several servers and of either language, who has something to press; the last one may do all. */
async function ready(discord: LocalDiscord, n: number): Promise<Asker> {
  const place = {
    guild: n % 3 === 0 ? null : `guild ${n % 3}`,
    locale: n % 2 === 0 ? "en-US" : "fr",
    ...(n === MEMBERS - 1 && { permissions: EVERYTHING }),
  };
  const member = discord.member({ user: `member ${n}`, ...place });
  const other = place.guild === null ? member : discord.member({ user: `other ${n}`, ...place });
  // What he changed before does not stand in the way.
  if (place.permissions) await member.say("/settings reset");
  const { error, messages } = await member.say("/timeline day:20/11/2023");
  if (!messages[0]) throw new Error(`the timeline has no answer to press on: ${error}`);
  return { member, other, message: messages[0] };
}

/** The asker with his message as it is after a press, or undefined where nothing on it can be pressed any more. */
function afterwards(asker: Asker, { messages }: Turn): Asker | undefined {
  const message = messages.find(({ id }) => id === asker.message.id) ?? asker.message;
  return firstButton(message) === undefined ? undefined : { ...asker, message };
}

/** Batch by batch, so that a hundred thousand are never in memory together. */
function* generated(commands: readonly Command[], count: number, seed: number): Generator<Input> {
  const input = anyInput(commands);
  for (let done = 0; done < count; done += BATCH)
    yield* fc.sample(input, { numRuns: Math.min(BATCH, count - done), seed: seed + done });
}

interface Frame {
  user?: { id: string };
  member?: { user: { id: string } };
  data: Record<string, unknown> & { resolved?: { messages?: Record<string, object> } };
}

/** Sends what Discord's client would let a member send, so that an answer can come. */
async function offer(input: Input, { member, other, message }: Asker): Promise<Turn> {
  const kind = input.kind === "torn" ? input.frame : input.kind;
  if (kind === "command") return member.command("timeline");
  if (kind === "completion") return member.say("?/timeline day:x");
  if (input.kind === "apply") return member.apply(input.name, { content: "…" });
  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const presser = input.kind === "press" && input.byOther && !isPrivate ? other : member;
  return presser.press(message, firstButton(message) ?? "");
}

/** Puts the input in its place. */
function change(frame: Frame, input: Input): void {
  const { data } = frame;
  if (input.kind === "torn") tear(frame, input.at, input.put);
  else if (input.kind === "press")
    Object.assign(data, {
      custom_id: input.customId,
      ...(input.values && { component_type: 3, values: input.values }),
    });
  else if (input.kind === "apply")
    for (const message of Object.values(data.resolved?.messages ?? {})) Object.assign(message, input.message);
  else {
    const { name, options, resolved } = input;
    Object.assign(data, { name, options, ...(resolved && { resolved }) });
  }
}

function problemOf({ error, messages }: Turn): string | undefined {
  if (error !== null) return error;
  const pings = messages.find(
    (one) => one.mention_everyone || one.mentions.length > 0 || one.mention_roles.length > 0,
  );
  return pings && `it pings: ${pings.content}`;
}
