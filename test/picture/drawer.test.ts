import { afterAll, describe, expect, test } from "vitest";
import { cardOf } from "../../src/picture/card.ts";
import { MOST_WAITING, startDrawer } from "../../src/picture/drawer.ts";
import { drawingOf, type Order } from "../../src/picture/drawing.ts";
import { entry } from "../../src/story/story.ts";
import { story } from "../support/story.ts";
import { canvas, voiceOf } from "./given.ts";

const card = (id: string): Order => ({
  kind: "card",
  card: cardOf(entry(story.quotes, id), story, voiceOf("fr")),
});

describe("the thread that draws", () => {
  const drawer = startDrawer();
  afterAll(() => drawer.close());

  test("draws what the canvas draws, byte by byte", async () => {
    const [drawn, again] = await Promise.all([
      drawer.draw(card("satya-hire")),
      drawer.draw(card("satya-hire")),
    ]);
    const here = drawingOf(card("satya-hire"), canvas);
    expect(drawn?.description).toBe(here?.description);
    expect(Buffer.compare(drawn?.png ?? Buffer.of(), here?.png ?? Buffer.of(1))).toBe(0);
    expect(Buffer.compare(again?.png ?? Buffer.of(), here?.png ?? Buffer.of(1))).toBe(0);
  });

  test("leaves the event loop free while it draws", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 5);
    await drawer.draw(card("board"));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(3);
  });

  test("refuses more than may wait, and goes on", async () => {
    const asked = Array.from({ length: MOST_WAITING + 3 }, () => drawer.draw(card("gdb-quit")));
    const settled = await Promise.allSettled(asked);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(await drawer.draw(card("gdb-quit"))).not.toBeNull();
  });

  test("is started anew after it has ended", async () => {
    const other = startDrawer();
    const cut = other.draw(card("gdb-quit"));
    const [lost] = await Promise.allSettled([cut, other.close()]);
    expect(lost).toMatchObject({
      status: "rejected",
      reason: { message: "the thread that draws has ended" },
    });
    expect(await other.draw(card("gdb-quit"))).not.toBeNull();
    await other.close();
  });
});

test("without the package that draws, each order is refused with the reason", async () => {
  const drawer = startDrawer("no-such-canvas");
  await expect(drawer.draw(card("gdb-quit"))).rejects.toThrow(/no-such-canvas/);
  await expect(drawer.draw(card("board"))).rejects.toThrow(/no-such-canvas/);
  await drawer.close();
});
