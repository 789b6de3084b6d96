import { expect, test } from "vitest";
import { ask } from "../../commands/ask.ts";
import { timeline } from "../../commands/timeline.ts";
import { readCustomId } from "../../src/view/customId.ts";
import { contextWith } from "../support/context.ts";
import { FRENCH } from "../support/voices.ts";

const context = contextWith();

test("an answer about several days is shared with all of them", async () => {
  const reply = await ask.answer({ options: { question: "il s’est passé quoi lundi et mardi ?" } }, context);
  const { command, action, details } = readCustomId(reply.again ?? "");
  expect(command).toBe("timeline");
  const again = await timeline.press?.({ action, details, picked: [] }, context);
  const [embed] = again?.show(FRENCH).embeds ?? [];
  expect(embed?.title).toBe("Lundi 20 novembre 2023 · Mardi 21 novembre 2023");
});
