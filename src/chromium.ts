import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** What a person is told who has no Chromium. */
export const noChromium = "no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM";

/** Where this machine's Chromium or Chrome is: as $CHROMIUM says, else in the usual places; null for nowhere. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  return [env.CHROMIUM || null, ...usualPlaces].find((path) => path !== null && existsSync(path)) ?? null;
}

/**
 * Starts it without a window, and without the services by which it would call home.
 * @param args flags besides the usual ones
 */
export function launchChromium(executablePath: string, args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses its sandbox to root, who runs builds in containers.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
  });
}
