import { expect, test } from "vitest";
import { memberMessage } from "../../src/local-discord/messages.ts";
import { userOf } from "../../src/local-discord/people.ts";
import { findPost, removePost } from "../../src/local-discord/posts.ts";
import { shardOf, snowflakes } from "../../src/local-discord/snowflake.ts";
import { newWorld } from "../../src/local-discord/world.ts";

test("a channel keeps its last thousand messages, and forgets the files of the others", () => {
  const world = newWorld(() => 1.7e12);
  const write = (n: number) => memberMessage(world, "7", userOf(world, "Ada"), `message ${n}`);
  const first = write(0);
  first.files.push("9");
  world.files.set("9", { type: "text/plain", data: new Uint8Array() });
  for (let n = 1; n < 1000; n++) write(n);
  expect([findPost(world, "7", first.message.id), world.files.size]).toEqual([first, 1]);
  write(1000);
  expect([findPost(world, "7", first.message.id), world.files.size]).toEqual([undefined, 0]);
  expect(world.channels.get("7")).toHaveLength(1000);
});

test("a message is taken out once", () => {
  const world = newWorld(() => 1.7e12);
  const { message } = memberMessage(world, "7", userOf(world, "Ada"), "hello");
  expect(removePost(world, "8", message.id)).toBe(false);
  expect(removePost(world, "7", message.id)).toBe(true);
  expect(removePost(world, "7", message.id)).toBe(false);
});

test("snowflakes rise, carry their time, and never repeat, even when the clock goes back", () => {
  let time = Date.parse("2023-11-17T20:28:00Z");
  const next = snowflakes(() => time);
  const ids = [next(), next()];
  time -= 1000;
  ids.push(next());
  time += 5000;
  ids.push(next());
  const numbers = ids.map(BigInt);
  expect(numbers.every((id, at) => at === 0 || id > (numbers[at - 1] ?? 0n))).toBe(true);
  expect(Number((numbers[0] ?? 0n) >> 22n) + 1420070400000).toBe(Date.parse("2023-11-17T20:28:00Z"));
  expect(Number((numbers[3] ?? 0n) >> 22n) + 1420070400000).toBe(Date.parse("2023-11-17T20:28:04Z"));
});

test("a guild's shard is its number above the 22nd bit, modulo the shards", () => {
  expect([0n, 1n, 7n, 8n].map((n) => shardOf(String((n << 22n) + 5n), 3))).toEqual([0, 1, 1, 2]);
  expect(shardOf(null, 3)).toBe(0);
});
