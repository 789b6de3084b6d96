import { expect, test } from "vitest";
import { ask } from "../../commands/ask.ts";
import { timeline } from "../../commands/timeline.ts";
import { readCustomId } from "../../src/view/customId.ts";
import type { Language } from "../../src/text/messages.ts";
import { entry } from "../../src/story/story.ts";
import { plain } from "../../src/view/markdown.ts";
import { contextWith, idsOf } from "../support/context.ts";
import { choiceBreaches } from "../support/limits.ts";
import { story } from "../support/story.ts";
import { ENGLISH, FRENCH } from "../support/voices.ts";

const context = contextWith();

test("an answer about several days is shared with all of them", async () => {
  const reply = await ask.answer({ options: { question: "il s’est passé quoi lundi et mardi ?" } }, context);
  const { command, action, details } = readCustomId(reply.again ?? "");
  expect(command).toBe("timeline");
  const again = await timeline.press?.({ action, details, picked: [] }, context);
  const [embed] = again?.show(FRENCH).embeds ?? [];
  expect(embed?.title).toBe("Lundi 20 novembre 2023 · Mardi 21 novembre 2023");
});

test("who says what of a question leads to all of its accounts, and back to its answer", async () => {
  const topic = entry(story.topics, "why-fired");
  const names: string[] = [];
  let next: string | undefined = "ask:sources:topic:why-fired";
  for (let page = 0; next !== undefined && page < 10; page++) {
    const { action, details } = readCustomId(next);
    const message = (await ask.press?.({ action, details, picked: [] }, context))?.show(FRENCH) ?? {};
    names.push(...(message.embeds?.[0]?.fields ?? []).map(({ value }) => value));
    const ids = idsOf(message).map(({ id }) => id);
    expect(ids).toContain("ask:show:topic:why-fired");
    expect(ids.includes(`ask:sources:topic:why-fired:${page - 1}`)).toBe(page > 0);
    next = ids.find((id) => id === `ask:sources:topic:why-fired:${page + 1}`);
  }
  expect(names).toHaveLength(topic.accounts.length);
  for (const [n, { says }] of topic.accounts.entries()) expect(names[n]).toContain(plain(says.fr));
});

test("an event says how many accounts it has where its answer leaves some out", async () => {
  const labels = async (id: string) => {
    const reply = await ask.press?.({ action: "show", details: ["event", id], picked: [] }, context);
    return JSON.stringify(reply?.show(FRENCH).components);
  };
  expect(await labels("letter")).toContain("Tous les récits (");
  const [short] = [...story.events.values()].filter(({ accounts }) => accounts.length === 1);
  expect(await labels(short?.id ?? "")).toContain("L’événement en entier");
});

const suggested = (typed: string, language: Language) =>
  ask.complete?.({ option: "question", typed, options: {} }, contextWith({ language })) ?? [];

test.each([
  ["fr", "pourquoi sam viré", "Pourquoi Sam Altman a-t-il été renvoyé\u00A0?"],
  ["en", "why sam fired", "Why was Sam Altman fired?"],
  ["en", "tigr", "What is project Tigris?"],
] as const)("in %s, %j is completed by the story's own question %j", (language, typed, question) => {
  expect(suggested(typed, language)[0]).toEqual({ name: question, value: question });
});

test("every question that is suggested is answered in public, and none is cut", async () => {
  const questions = new Set(
    [...story.topics.values(), ...story.disputes.values()].flatMap(({ question: { fr, en } }) => [fr, en]),
  );
  for (const language of ["fr", "en"] as const) {
    const choices = suggested("", language);
    expect(choices).toHaveLength(25);
    expect(choiceBreaches(choices)).toEqual([]);
    for (const { value } of choices) {
      expect(questions).toContain(value);
      const reply = await ask.answer({ options: { question: value } }, contextWith({ language }));
      expect([value, reply.visibility]).toEqual([value, "public"]);
    }
  }
});

test.each([
  ["what happened on nov 25", "it tells nothing about Saturday 25 November 2023"],
  ["il s’est passé quoi le 25 novembre ?", "samedi 25 novembre 2023"],
])("%s is answered by what the story tells of the days beside it", async (question, told) => {
  const reply = await ask.answer({ options: { question } }, context);
  expect(reply.visibility).toBe("private");
  const shown = reply.show(ENGLISH);
  expect(shown.embeds?.[0]?.description).toContain(told);
  const [menu] = idsOf(shown);
  expect(menu?.values?.slice(0, 2)).toContain("event:podcast-released");
});

test.each([
  ["what happened after noon on friday", "Friday 17 November 2023, from 12:00"],
  ["friday before noon", "Friday 17 November 2023, before 12:00"],
  ["vendredi a 21h30", "Friday 17 November 2023, from 21:00"],
  ["what happened tuesday nite", "Tuesday 21 November 2023, evening"],
])("%s is a time of that day", async (question, title) => {
  const english = contextWith({ language: "en" });
  const shown = (await ask.answer({ options: { question } }, english)).show(ENGLISH);
  expect(shown.embeds?.[0]?.title).toBe(title);
});

test.each([
  "<@123456789012345678> who fired Altman",
  "[who](https://example.org) fired Altman <:kek:123456789>",
])("%s asks no more than its words", async (question) => {
  const english = contextWith({ language: "en" });
  const shown = (await ask.answer({ options: { question } }, english)).show(ENGLISH);
  expect(shown.embeds?.[0]?.title).toBe("OpenAI’s board fires Sam Altman");
});

test("of a question without a word, what was typed is shown back", async () => {
  const reply = await ask.answer({ options: { question: "<@123456789012345678>" } }, context);
  expect(reply.visibility).toBe("private");
  expect(JSON.stringify(reply.show(ENGLISH))).toContain("123456789012345678");
});
