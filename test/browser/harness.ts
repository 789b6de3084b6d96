import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startApp } from "../../src/app.ts";
import { findChromium, launchChromium, noChromium } from "../../src/chromium.ts";
import { startLocalDiscord, type LocalDiscord } from "../../src/local-discord/index.ts";
import { sharedDrawer } from "../support/drawer.ts";
import { indexed } from "../support/story.ts";

const executable = findChromium(process.env);
if (!executable) process.stderr.write(`Not run: the tests in a browser (${noChromium}).\n`);

/** Whether there is a browser; without one its tests are skipped, and a line says so. */
export const hasBrowser = executable !== null;

/** A name that is not this machine's own, and that the browser all the same finds here, as after DNS rebinding. */
export const foreignName = "rebound.example";

/** What a reader sets in the page's address, and what his browser is like. */
export interface Reader {
  lang?: "fr" | "en";
  server?: "1" | "2" | "private";
  member?: "moderator" | "member";
  theme?: "auto" | "dark" | "light";
  width?: number;
  height?: number;
  colorScheme?: "dark" | "light";
  timezone?: string;
}

/** Opens the page of a local Discord as one reader sees it. */
type Open = (discord: LocalDiscord, reader?: Reader) => Promise<Page>;

/**
 * One browser for all tests of a file. A page is used again once its test is over, since a new one costs more
 * than most tests; a test fails on whatever goes wrong in its pages.
 */
export function browserOfFile(): { open: Open; context: () => Promise<BrowserContext> } {
  let browser: Browser | undefined;
  /** Pages by their window: two members, or two zones, each have one of their own. */
  const idle = new Map<string, Page>();
  const used = new Map<string, Page>();
  let faults: string[] = [];

  beforeAll(async () => {
    const args = [`--host-resolver-rules=MAP ${foreignName} 127.0.0.1`];
    if (executable) browser = await launchChromium(executable, args);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const [window, page] of used) {
      // It goes by itself, so that its process stays for the next one: to start one takes longer than most tests.
      await page.evaluate("location.assign('about:blank')");
      await page.waitForURL("about:blank");
      idle.set(window, page);
    }
    used.clear();
    const found = faults;
    faults = [];
    expect(found).toEqual([]);
  });

  const context = (options?: BrowserContextOptions) => {
    if (!browser) throw new Error("there is no browser");
    return browser.newContext(options);
  };
  const newPage = async (timezoneId: string) => {
    const page = await (await context({ locale: "fr-FR", timezoneId })).newPage();
    page.setDefaultTimeout(8_000);
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (said) => {
      if (said.type() === "error") faults.push(said.text());
    });
    return page;
  };
  return {
    context,
    async open(discord, reader = {}) {
      const {
        width = 1100,
        height = 800,
        colorScheme = "dark",
        timezone = "Europe/Paris",
        ...chosen
      } = reader;
      const window = `${timezone} ${chosen.member}`;
      const page = idle.get(window) ?? (await newPage(timezone));
      idle.delete(window);
      used.set(window, page);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${discord.page}/?${new URLSearchParams(chosen).toString()}`);
      await page.locator("html[data-ready]").waitFor();
      return page;
    },
  };
}

/** A message that has that text, the last one of them. */
export function message(page: Page, text: string | RegExp): Locator {
  return page.getByRole("article").filter({ hasText: text }).last();
}

/** Pastes a line into the composer and sends it as it stands, without taking any suggestion. */
export async function say(page: Page, line: string): Promise<void> {
  await page.locator("#composer input").last().fill(line);
  await page.locator("#send").click();
}

/** The bot with the project's own story, in a local Discord. */
export async function startPlayground(): Promise<{ discord: LocalDiscord; close: () => Promise<void> }> {
  const discord = await startLocalDiscord();
  const quiet = { info: () => {}, error: () => {} };
  const bot = await startApp({
    story: indexed(),
    token: discord.token,
    api: discord.api,
    log: quiet,
    drawer: sharedDrawer,
  });
  return {
    discord,
    async close() {
      await bot.stop();
      await discord.close();
    },
  };
}
