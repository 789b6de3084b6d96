import { expect, test } from "vitest";
import { createKnownMessages } from "../../src/bot/knownMessages.ts";
import { wordsOf } from "../../src/text/messages.ts";
import type { Picture, Reply } from "../../src/view/message.ts";

const voice = { language: "fr", words: wordsOf("fr"), zone: "Europe/Paris" } as const;
const picture: Picture = { name: "one.png", data: new Uint8Array(1), description: "one" };

/** A reply that counts how often its message is made. */
function counting(same?: Reply["same"]): Reply & { made: number } {
  const reply = {
    visibility: "public" as const,
    made: 0,
    show: () => ({ content: `made ${(reply.made += 1)}` }),
    ...(same && { same }),
  };
  return reply;
}

test("what is the same in the same voice is made once", () => {
  const messages = createKnownMessages();
  const [first, second] = [counting(["days", 1]), counting(["days", 1])];
  expect(messages.of(first, voice, null)).toEqual({ content: "made 1" });
  expect(messages.of(second, voice, null)).toEqual({ content: "made 1" });
  expect([first.made, second.made]).toEqual([1, 0]);
});

test("another answer, language or zone is another message", () => {
  const messages = createKnownMessages();
  const replies = [["days", 1], ["days", "1"], ["days", 2], ["days"]].map((same) => counting(same));
  for (const reply of replies) messages.of(reply, voice, null);
  expect(replies.map(({ made }) => made)).toEqual([1, 1, 1, 1]);
  const again = counting(["days", 1]);
  messages.of(again, { ...voice, zone: "Asia/Tokyo" }, null);
  messages.of(again, { ...voice, language: "en", words: wordsOf("en") }, null);
  expect(again.made).toBe(2);
});

test("what does not say what it is, or has a picture, is made each time", () => {
  const messages = createKnownMessages();
  const [nameless, pictured] = [counting(), counting(["days"])];
  for (let n = 0; n < 2; n += 1) {
    messages.of(nameless, voice, null);
    messages.of(pictured, voice, picture);
  }
  expect([nameless.made, pictured.made]).toEqual([2, 2]);
});

test("what was not asked for lately is forgotten", () => {
  const messages = createKnownMessages(2);
  const first = counting([0]);
  for (let n = 0; n < 10; n += 1) messages.of(n === 0 ? first : counting([n]), voice, null);
  messages.of(first, voice, null);
  expect(first.made).toBe(2);
});

test("what many are shown nobody can change, however deep", () => {
  const message = { embeds: [{ fields: [{ name: "one", value: "two" }] }] };
  const reply: Reply = { visibility: "public", same: ["days"], show: () => message };
  expect(createKnownMessages().of(reply, voice, null)).toBe(message);
  expect(() => message.embeds[0]?.fields.pop()).toThrow(TypeError);
  expect(() => Object.assign(message, { content: "x" })).toThrow(TypeError);
});
