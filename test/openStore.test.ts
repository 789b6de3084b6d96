import { expect, test } from "vitest";
import { openStore } from "../src/openStore.ts";

test("a store that is lost is told to the operator once, with the reason", async () => {
  const errors: unknown[] = [];
  const log = { info: () => {}, error: (...line: unknown[]) => errors.push(line) };
  const store = await openStore({ dataFile: ":memory:", store: "redis://127.0.0.1:1", log });
  await expect(store.keyv.get("1")).rejects.toThrow("writeable");
  expect(errors).toEqual([
    ["the store is lost", { error: expect.objectContaining({ code: "ECONNREFUSED" }) }],
  ]);
  await store.close();
});
