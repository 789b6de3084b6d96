import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { startApp } from "./app.ts";
import { createLog } from "./bot/log.ts";
import { findChromium, launchChromium, noChromium } from "./chromium.ts";
import { defaultStory, explained, exitCodeOf } from "./exit.ts";
import { startLocalDiscord } from "./local-discord/index.ts";
import { projectFile } from "./projectFile.ts";

const folder = fileURLToPath(projectFile("docs/pictures/"));
/** The playground's clock stands still, so that the same page gives the same picture. */
const now = Date.parse("2026-03-02T09:41:00Z");
/** Room around a message, in px. */
const margin = 16;

/** What of the page a picture shows: all of it, its last message, or the picture in that message. */
type Part = "page" | "message" | "picture";

interface Picture {
  name: string;
  part: Part;
  width: number;
  height: number;
  query: Record<string, string>;
  /** What a member does before the picture is taken. */
  act: (page: Page) => Promise<void>;
}

const sutskever = "/quote person:sutskever";
const french = { lang: "fr", theme: "dark", server: "1", member: "moderator" };
/** High enough for the longest answer. */
const tall = { width: 960, height: 3000, query: french };
const phone = { width: 360, height: 820, query: { ...french, theme: "light" } };

const pictures: Picture[] = [
  {
    name: "commands",
    part: "page",
    width: 1100,
    height: 820,
    query: french,
    act: async (page) => {
      await page.keyboard.type("/");
      await page.getByRole("option").first().waitFor();
    },
  },
  { name: "timeline-day", part: "message", ...tall, act: (page) => say(page, "/timeline day:lundi") },
  { name: "timeline", part: "picture", ...phone, act: (page) => say(page, "/timeline") },
  { name: "source", part: "message", ...tall, act: (page) => say(page, "/source event:msft-hires") },
  { name: "quote", part: "message", ...tall, act: (page) => say(page, sutskever) },
  {
    name: "quote-card",
    part: "picture",
    ...tall,
    act: async (page) => {
      await say(page, sutskever);
      await page.getByRole("button", { name: "En image" }).click();
      await page.locator(".picture").waitFor();
      await settle(page);
    },
  },
  { name: "phone", part: "page", ...phone, act: (page) => say(page, sutskever) },
];

try {
  await drawAll();
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** Draws every picture into docs/pictures. Throws where there is no Chromium. */
async function drawAll(): Promise<void> {
  const executable = findChromium(process.env);
  if (!executable) throw new Error(noChromium);
  const browser = await launchChromium(executable);
  try {
    await mkdir(folder, { recursive: true });
    for (const picture of pictures) process.stdout.write(`${await draw(browser, picture)}\n`);
  } finally {
    await browser.close();
  }
}

/** Draws one picture from a playground of its own; gives its path. */
async function draw(browser: Browser, picture: Picture): Promise<string> {
  const discord = await startLocalDiscord({ now: () => now });
  const log = createLog(
    (line) => process.stderr.write(`${line}\n`),
    () => new Date(),
  );
  const bot = await startApp({
    story: defaultStory,
    token: discord.token,
    api: discord.api,
    log: { ...log, info: () => {} },
  });
  const context = await browser.newContext({
    viewport: { width: picture.width, height: picture.height },
    deviceScaleFactor: 2,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    await page.goto(`${discord.page}/?${new URLSearchParams(picture.query).toString()}`);
    await page.locator("html[data-ready]").waitFor();
    await picture.act(page);
    await page.evaluate("document.fonts.ready");
    return await take(page, picture);
  } finally {
    await context.close();
    await bot.stop();
    await discord.close();
  }
}

async function take(page: Page, { name, part }: Picture): Promise<string> {
  const path = `${folder}${name}.png`;
  if (part === "picture") await page.locator(".picture img").screenshot({ path });
  else await page.screenshot({ path, ...(part === "message" && { clip: await lastMessage(page) }) });
  return path;
}

/** Sends a line and waits for its answer, with all pictures in it. */
async function say(page: Page, line: string): Promise<void> {
  await page.locator("#composer input").fill(line);
  await page.locator("#send").click();
  await page.locator("discord-embed").waitFor();
  await settle(page);
}

/** Waits until all pictures are there, and the page has come to rest. */
async function settle(page: Page): Promise<void> {
  await page.evaluate("Promise.all([...document.images].map((image) => image.decode()))");
  // Only what has held still for two frames is scrolled to.
  await page.locator("discord-embed").scrollIntoViewIfNeeded();
}

/** Where the last message is, as wide as its answer, with some room around it. */
async function lastMessage(page: Page) {
  const message = page.getByRole("article");
  const [whole, answer] = [await message.boundingBox(), await message.locator("discord-embed").boundingBox()];
  if (!whole || !answer) throw new Error("there is no answer to be drawn");
  const x = whole.x;
  const y = whole.y - margin;
  return { x, y, width: answer.x + 524 + margin - x, height: whole.height + 2 * margin };
}
