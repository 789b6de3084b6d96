import { describe, expect, test } from "vitest";
import type { Drawer } from "../../src/picture/drawer.ts";
import type { Drawing, Order } from "../../src/picture/drawing.ts";
import { createPictures, PICTURES_KEPT } from "../../src/picture/pictures.ts";
import { entry } from "../../src/story/story.ts";
import { story } from "../support/story.ts";
import { daysOf, voiceOf } from "./given.ts";

/** Pictures over a drawer that does as it is told, and what it was told. */
function picturesOver(draw: (order: Order) => Promise<Drawing | null>, patience = 1000) {
  const orders: Order[] = [];
  const failures: string[] = [];
  const drawer: Drawer = {
    draw(order) {
      orders.push(order);
      return draw(order);
    },
    close: async () => {},
  };
  const pictures = createPictures({
    story,
    drawer,
    patience,
    failed: (error) => failures.push(String(error)),
  });
  return { pictures, orders, failures };
}

const drawn = async (): Promise<Drawing> => ({ png: Uint8Array.of(1, 2, 3), description: "a picture" });
const weekend = daysOf("week-end");
const fr = voiceOf("fr");

describe("the pictures of answers", () => {
  test("are drawn once for a question, however many ask at the same time and later", async () => {
    const { pictures, orders } = picturesOver(drawn);
    const [first, second] = await Promise.all([
      pictures.days("weekend", weekend, fr),
      pictures.days("weekend", weekend, fr),
    ]);
    expect(first).toEqual({
      name: "timeline.png",
      data: Uint8Array.of(1, 2, 3),
      description: "a picture",
    });
    expect(second).toBe(first);
    expect(await pictures.days("weekend", weekend, fr)).toBe(first);
    expect(orders).toHaveLength(1);
  });

  test("are others in another language, another zone, and for another question", async () => {
    const { pictures, orders } = picturesOver(drawn);
    await pictures.days("weekend", weekend, fr);
    await pictures.days("weekend", weekend, voiceOf("en"));
    await pictures.days("weekend", weekend, voiceOf("fr", "Asia/Tokyo"));
    await pictures.days("monday", weekend, fr);
    await pictures.quote(entry(story.quotes, "satya-hire"), fr);
    await pictures.quote(entry(story.quotes, "board"), fr);
    expect(orders).toHaveLength(6);
  });

  test("are kept to a bounded number, the one not asked for the longest goes first", async () => {
    const { pictures, orders } = picturesOver(drawn);
    await pictures.days("first", weekend, fr);
    for (let n = 0; n < 2 * PICTURES_KEPT; n++) await pictures.days(`other ${n}`, weekend, fr);
    await pictures.days("first", weekend, fr);
    expect(orders).toHaveLength(2 * PICTURES_KEPT + 2);
  });

  test("are left out where they can’t be drawn, tried again later, and a lasting reason is told once", async () => {
    let works = false;
    const { pictures, failures } = picturesOver(() =>
      works ? drawn() : Promise.reject(new Error("no canvas")),
    );
    expect(await pictures.days("weekend", weekend, fr)).toBeNull();
    expect(await pictures.quote(entry(story.quotes, "board"), fr)).toBeNull();
    expect(failures).toEqual(["Error: no canvas"]);
    works = true;
    expect(await pictures.days("weekend", weekend, fr)).not.toBeNull();
  });

  test("are left out when they take too long, and are there for the next time", async () => {
    const late = Promise.withResolvers<Drawing>();
    const { pictures, orders } = picturesOver(() => late.promise, 5);
    expect(await pictures.days("weekend", weekend, fr)).toBeNull();
    late.resolve(await drawn());
    expect(await pictures.days("weekend", weekend, fr)).not.toBeNull();
    expect(orders).toHaveLength(1);
  });

  test.each(["rejected", "reported"])(
    "are never made of %s words, which need their warning",
    async (kind) => {
      const { pictures, orders } = picturesOver(drawn);
      const quotes = [...story.quotes.values()].filter((quote) => quote.kind === kind);
      expect(quotes.length).toBeGreaterThan(0);
      for (const quote of quotes) expect(await pictures.quote(quote, fr)).toBeNull();
      expect(orders).toEqual([]);
    },
  );

  test("are none for no days", async () => {
    const { pictures, orders } = picturesOver(drawn);
    expect(await pictures.days("nothing", [], fr)).toBeNull();
    expect(orders).toEqual([]);
  });
});
