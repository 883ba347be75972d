// A real browser for tests: Chromium at $CHROMIUM, or Debian's.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);

/**
 * `describe` for tests that need the browser. Without one they are skipped with a line that says so.
 *
 * @throws in CI (`CI=true`), where a skipped test would pass unnoticed
 */
export function describeInBrowser(subject: string, tests: () => void): void {
  if (!isThere) {
    const text = `no browser at ${executablePath}; install Chromium, or set CHROMIUM to the path of one`;
    if (process.env.CI === "true") throw new Error(text);
    process.stderr.write(`${subject} not tested: ${text}\n`);
  }
  (isThere ? describe : describe.skip)(subject, tests);
}

/** Starts the browser, without a window and without traffic of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
}
