import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalDiscord } from "../../src/local-discord/index.ts";
import { handClock, startSmallBot, type SmallBot } from "../local-discord/small-bot.ts";
import {
  browserOfFile,
  foreignName,
  hasBrowser,
  message,
  say,
  startPlayground,
  type Reader,
} from "./harness.ts";

const { open, context } = browserOfFile();

describe.skipIf(!hasBrowser)("the page of the bot", () => {
  let discord: LocalDiscord;
  let close: () => Promise<void>;
  const read = (reader?: Reader) => open(discord, reader);

  beforeAll(async () => {
    ({ discord, close } = await startPlayground());
  });
  afterAll(() => close());

  test("from a slash to the answer, its next day and one of its events, by the mouse or not", async () => {
    const page = await read({ lang: "fr" });
    await page.keyboard.type("/tim");
    await page.getByRole("option", { name: /^\/chronologie/ }).waitFor();
    await page.keyboard.press("Tab");
    await page.getByRole("option", { name: /^jour/ }).click();
    await page.keyboard.type("lun");
    await page.getByRole("option", { name: /^lundi 20 novembre 2023/i }).click();
    await page.keyboard.press("Enter");
    const answer = page.getByRole("article").last();
    await answer.getByText("Lundi 20 novembre 2023").waitFor();
    expect(await answer.getByText("a utilisé").innerText()).toBe("a utilisé /chronologie");
    await answer.getByRole("button", { name: /mar\. 21/ }).click();
    await answer.getByText("Mardi 21 novembre 2023").waitFor();
    expect(await page.getByRole("article").count()).toBe(1);
    await answer.getByRole("combobox", { name: /événement/ }).click();
    const event = page.getByRole("option").nth(1);
    const title = await event.locator(".label").innerText();
    await event.click();
    await page.locator(".embed-title", { hasText: title }).waitFor();
  });

  test("by the keyboard alone", async () => {
    const page = await read({ lang: "en", server: "private" });
    const press = (key: string) => page.keyboard.press(key);
    await page.keyboard.type("/time");
    await page.getByRole("option", { name: /^\/timeline/ }).waitFor();
    await press("Enter");
    await page.keyboard.type("day:mon");
    await page.getByRole("option", { name: /^Monday 20 November/ }).waitFor();
    await press("ArrowDown");
    await press("ArrowUp");
    await press("Enter");
    await press("Enter");
    const answer = page.getByRole("article").last();
    await answer.getByText("Monday 20 November 2023").waitFor();
    // Back from the composer: the message's menu of events, then its buttons.
    await press("Shift+Tab");
    expect(await answer.locator("[role=combobox]:focus").count()).toBe(1);
    const focused = () => page.evaluate<string>("document.activeElement.textContent");
    while (!(await focused()).includes("Tue 21 Nov")) await press("Shift+Tab");
    await press("Enter");
    await answer.getByText("Tuesday 21 November 2023").waitFor();
    // The message was drawn anew, and whoever pages on with the keyboard is still on the same button.
    await answer.locator("discord-button:focus-within", { hasText: "Wed 22 Nov" }).waitFor();
    await press("Shift+F10");
    const copy = page.getByRole("menuitem", { name: "Copy text" });
    await copy.waitFor();
    await press("End");
    expect(await page.locator("[role=menuitem]:focus").innerText()).toBe("Copy text");
    await press("Escape");
    expect(await focused()).toContain("Wed 22 Nov");
    while (!(await page.evaluate("document.activeElement.matches('#composer input')"))) await press("Tab");
    await page.keyboard.type("/q");
    await page.getByRole("option", { name: /^\/quote/ }).waitFor();
    await press("Escape");
    await page.getByRole("listbox", { name: "Commands" }).waitFor({ state: "hidden" });
    await press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("send");
  });

  test("what is pasted becomes a command and its options, and goes as it was typed", async () => {
    const page = await read({ lang: "fr", server: "private" });
    await page.locator("#composer input").fill("/source microsoft");
    await page.keyboard.press("Enter");
    await page
      .getByRole("article")
      .filter({ hasText: "a utilisé /source" })
      .locator(".embed-title")
      .waitFor();
    await page.locator("#composer input").fill("/quote person:altman about:mission");
    await page.locator(".option").nth(1).waitFor();
    expect(await page.locator("#composer .option-name").allInnerTexts()).toEqual(["personne", "sujet"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.locator("#composer .option").count()).toBe(0);
    await page.locator("#composer input").fill("/source ");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "« événement » est obligatoire." }).waitFor();
  });

  test("a message's own menu checks it against the story, for the eyes of who asks", async () => {
    const page = await read({ lang: "fr", server: "private" });
    await say(page, "Altman a été renvoyé le samedi 18 novembre");
    await message(page, "samedi 18").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Vérifier" }).click();
    const findings = message(page, "Le conseil d’OpenAI renvoie Sam Altman");
    await findings.getByText("Vous seul pouvez voir ce message").waitFor();
    expect(await findings.getByText("a utilisé").innerText()).toBe("a utilisé Vérifier");
  });

  test("languages: the member's own where nobody chose one, the server's in public", async () => {
    const page = await read({ lang: "fr", member: "member" });
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("#général");
    await page.getByText("English", { exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "#general" }).waitFor();
    expect(page.url()).toContain("lang=en");
    await say(page, "/timeline day:monday");
    await message(page, "Monday 20 November 2023").waitFor();
    await page.getByTitle("French server").click();
    await page.getByText("A French server").waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
    await say(page, "/timeline day:monday");
    await message(page, "Lundi 20 novembre 2023").waitFor();
    await page.getByTitle("Open server").click();
    await message(page, "Monday 20 November 2023").waitFor();
  });

  test("a private answer is marked, seen by nobody else, and can be put away", async () => {
    const [asking, other] = await Promise.all([
      read({ lang: "en", server: "2", member: "moderator" }),
      read({ lang: "fr", server: "2", member: "member" }),
    ]);
    await say(asking, "/timeline day:xyzzy");
    const mine = message(asking, "Only you can see this");
    await mine.getByText("xyzzy").waitFor();
    await say(asking, "for everybody");
    await message(other, "for everybody").waitFor();
    expect(await other.getByText("xyzzy").count()).toBe(0);
    await mine.getByRole("button", { name: "Dismiss message" }).click();
    await mine.waitFor({ state: "detached" });
  });

  test("a phone's width holds everything, and its side opens and closes", async () => {
    const page = await read({ lang: "fr", width: 360, height: 720, server: "private", member: "member" });
    await say(page, "/timeline day:lundi");
    await message(page, "Lundi 20 novembre 2023").waitFor();
    const wide = `[...document.querySelectorAll("html, #log, discord-message, discord-embed, #composer")]
      .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.tagName)`;
    expect(await page.evaluate(wide)).toEqual([]);
    await say(page, "/timeline");
    await page.locator(".picture img").waitFor();
    const belowTheEnd =
      "((log) => log.scrollHeight - log.scrollTop - log.clientHeight)(document.getElementById('log'))";
    await expect.poll(() => page.evaluate(belowTheEnd)).toBeLessThan(2);
    await page.getByRole("button", { name: "Serveurs, membre et langue" }).click();
    await page.locator("#members").getByText("Modération").click();
    await page.keyboard.press("Escape");
    await page.locator("#side").waitFor({ state: "hidden" });
    expect(page.url()).toContain("member=moderator");
  });

  test("light and dark follow the system until one is chosen", async () => {
    const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const page = await read({ lang: "en", colorScheme: "dark" });
    const dark = await background();
    await page.emulateMedia({ colorScheme: "light" });
    const light = await background();
    expect(light).not.toBe(dark);
    await page.getByText("Dark", { exact: true }).click();
    expect(await background()).toBe(dark);
  });

  test("a foreign name gets nothing of the page", async () => {
    const page = await (await context()).newPage();
    const { port } = new URL(discord.page);
    for (const path of ["/", "/page/main.js", "/page/api/commands", "/api/v10/gateway"]) {
      const response = await page.goto(`http://${foreignName}:${port}${path}`);
      expect([path, response?.status()]).toEqual([path, 403]);
    }
  });
});

describe.skipIf(!hasBrowser)("the page of any bot", () => {
  const clock = handClock();
  let bot: SmallBot;
  const read = (reader?: Reader) => open(bot.discord, { lang: "en", ...reader });

  beforeAll(async () => {
    bot = await startSmallBot({ after: clock.after });
  });
  afterAll(() => bot.close());

  test("the bot thinks, and when it never answers its reader is told", async () => {
    const page = await read();
    await say(page, "/story promise");
    await message(page, "feuilleton is thinking…").waitFor();
    expect(await page.getByText("Sending the command…").count()).toBe(0);
    clock.advance(16_000);
    const told = page.getByRole("alert").filter({ hasText: "The application did not respond." });
    await told.waitFor();
    expect(await message(page, "feuilleton is thinking…").count()).toBe(1);
  });

  test("what members and the bot write stays text", async () => {
    const page = await read();
    const script = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script> **bold** [a](javascript:alert(1))`;
    await say(page, script);
    const written = message(page, "onerror");
    expect(await written.locator("img[src=x], script").count()).toBe(0);
    expect(await written.innerText()).toContain(
      `<script>window.hurt=1</script> bold [a](javascript:alert(1))`,
    );
    expect(await written.locator("strong").innerText()).toBe("bold");
    await say(page, `/story ${script}`);
    await message(page, "part <img").waitFor();
    expect(await page.evaluate("'hurt' in window")).toBe(false);
  });

  test("links go to the web alone, and tell it nothing", async () => {
    const page = await read();
    await say(page, "[a page](https://example.org/a) <https://example.org/b> [mail](mailto:a@example.org)");
    const links = message(page, "a page").locator("discord-link a");
    expect(await links.count()).toBe(2);
    expect(await links.last().getAttribute("href")).toBe("https://example.org/b");
    expect(await links.first().getAttribute("rel")).toBe("noopener noreferrer");
  });

  test("a message's menu applies the bot's command to it", async () => {
    const page = await read({ lang: "fr", member: "member" });
    await say(page, "Altman est parti un jeudi");
    await message(page, "jeudi").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Expliquer ceci" }).click();
    const answer = message(page, "member: Altman est parti un jeudi");
    expect(await answer.getByText("a utilisé").innerText()).toBe("a utilisé Expliquer ceci");
  });

  test("timestamps are in the reader's zone and language", async () => {
    const [paris, tokyo] = await Promise.all([read({ lang: "fr" }), read({ timezone: "Asia/Tokyo" })]);
    await say(paris, "le <t:1700466808:F>, à <t:1700466808:t>");
    const time = message(paris, "le lundi").locator("discord-time");
    await expect.poll(() => time.allInnerTexts()).toEqual(["lundi 20 novembre 2023 à 08:53", "08:53"]);
    await message(tokyo, "Monday, November 20, 2023 at 4:53 PM").waitFor();
  });

  test("buttons, menus and files as the bot sends them", async () => {
    const page = await read({ server: "2" });
    await say(page, "/story page");
    const answer = message(page, "page 1");
    expect(await answer.getByRole("button", { name: "Off" }).isDisabled()).toBe(true);
    expect(await answer.getByRole("link", { name: "Read" }).getAttribute("href")).toBe(
      "https://example.org/a",
    );
    await answer.getByRole("combobox", { name: "Open …" }).press("ArrowDown");
    await page.keyboard.press("s");
    await page.keyboard.press("Enter");
    await message(page, "picked 2").waitFor();
    await say(page, "/story picture");
    const picture = message(page, "see").getByRole("img", { name: "alt" });
    expect(await picture.getAttribute("src")).toMatch(/^\/attachments\//);
    await message(page, "see").getByRole("link", { name: "note.txt" }).waitFor();
  });
});
