import type { RepliableInteraction } from "discord.js";
import { describe, expect, test } from "vitest";
import { send } from "../../src/bot/send.ts";
import type { Message } from "../../src/view/message.ts";

/** What a press sends to Discord when its answer is there at once, or after it was announced. */
async function editOf(message: Message, delay: number): Promise<unknown> {
  const sent: unknown[] = [];
  const interaction = {
    isMessageComponent: () => true,
    message: { flags: { has: () => false } },
    update: async (options: unknown) => void sent.push(options),
    deferUpdate: async () => {},
    editReply: async (options: unknown) => void sent.push(options),
  };
  const coming = new Promise<{ message: Message; isPrivate: boolean }>((resolve) => {
    setTimeout(resolve, delay, { message, isPrivate: false });
  });
  await send(interaction as unknown as RepliableInteraction, {
    delivery: "update",
    coming,
    patience: 20,
    announcePrivately: false,
  });
  expect(sent).toHaveLength(1);
  return sent[0];
}

describe.each([
  ["at once", 0],
  ["after a while", 60],
])("an answer that changes a message %s", (_when, delay) => {
  test("takes away the picture that was there", async () => {
    expect(await editOf({ content: "no picture" }, delay)).toMatchObject({ attachments: [], files: [] });
  });

  test("puts its own in the place of it, with its description", async () => {
    const picture = { name: "timeline.png", data: Uint8Array.of(137, 80), description: "the days" };
    expect(await editOf({ embeds: [], files: [picture] }, delay)).toMatchObject({
      attachments: [],
      files: [{ name: "timeline.png", description: "the days", attachment: Buffer.of(137, 80) }],
    });
  });
});
