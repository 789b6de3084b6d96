import type { RepliableInteraction } from "discord.js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startBot, type RunningBot } from "../../src/bot/client.ts";
import { send, type Delivery, type Shown } from "../../src/bot/send.ts";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";
import { button, buttonRow } from "../../src/view/components.ts";
import { isPrivate } from "../support/bot.ts";

/** How the next interaction is answered. */
interface Plan {
  delivery: Delivery;
  isPrivate: boolean;
  announcePrivately?: boolean;
  text: string;
}

let discord: LocalDiscord;
let bot: RunningBot;
let plan: Plan;
/** Ends the wait of an answer that is on its way. */
let arrive: () => void;
let failures: unknown[];

beforeAll(async () => {
  discord = await startLocalDiscord();
  failures = [];
  bot = await startBot({
    reference: () => "r1",
    token: discord.token,
    api: discord.api,
    commands: [
      {
        definition: { name: "ask", description: "Asks" },
        answer: () => Promise.reject(new Error("the test answers itself")),
      },
    ],
    log: { info: () => {}, error: (message) => failures.push(message) },
    route: (interaction) => answer(interaction as RepliableInteraction),
  });
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
  if (failures.length > 0) throw new AggregateError(failures);
});

/** Answers as planned; a late answer comes only after it was announced. */
async function answer(interaction: RepliableInteraction): Promise<void> {
  const { text, isPrivate: forOne, delivery, announcePrivately = false } = plan;
  const message = {
    embeds: [{ description: text }],
    components: buttonRow([button("on", "x:on")]),
  };
  const shown: Shown = { message, isPrivate: forOne };
  const coming = new Promise<Shown>((resolve) => {
    arrive = () => resolve(shown);
  });
  await send(interaction, { delivery, coming, patience: 1, announcePrivately }).catch((error: unknown) =>
    failures.push(error),
  );
}

/** Waits until the bot has announced an answer, and lets it come. */
async function late(turn: Promise<unknown>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  arrive();
  await turn;
}

const member = () => discord.member({ user: "anna" });
const shownTo = (name: string) =>
  discord
    .member({ user: name })
    .messages()
    .map((message) => [isPrivate(message) ? "private" : "public", message.embeds[0]?.description]);

describe("an answer that is late", () => {
  test("fills what was announced", async () => {
    plan = { delivery: "new", isPrivate: false, text: "public" };
    await late(member().say("/ask"));
    plan = { delivery: "new", isPrivate: true, announcePrivately: true, text: "private" };
    await late(member().say("/ask"));
    expect(shownTo("anna")).toEqual([
      ["public", "public"],
      ["private", "private"],
    ]);
    expect(shownTo("ben")).toEqual([["public", "public"]]);
  });

  test("and turns out private takes the public announcement away", async () => {
    plan = { delivery: "new", isPrivate: true, text: "for one" };
    await late(member().say("/ask"));
    await vi.waitFor(() => expect(shownTo("anna").at(-1)).toEqual(["private", "for one"]));
    expect(shownTo("ben")).toEqual([["public", "public"]]);
  });

  test("changes one’s own message; a private one leaves it as it was", async () => {
    const [own] = member().messages();
    if (!own) throw new Error("no message");
    plan = { delivery: "update", isPrivate: false, text: "changed" };
    await late(member().press(own, "x:on"));
    plan = { delivery: "update", isPrivate: true, text: "a word in private" };
    await late(member().press(own, "x:on"));
    expect(shownTo("ben")).toEqual([["public", "changed"]]);
    await vi.waitFor(() => expect(shownTo("anna").at(-1)).toEqual(["private", "a word in private"]));
  });

  test("to another member is his alone", async () => {
    const [own] = member().messages();
    if (!own) throw new Error("no message");
    plan = { delivery: "copy", isPrivate: true, text: "a copy" };
    await late(discord.member({ user: "ben" }).press(own, "x:on"));
    expect(shownTo("ben").at(-1)).toEqual(["private", "a copy"]);
    expect(shownTo("anna").flat()).not.toContain("a copy");
  });
});
