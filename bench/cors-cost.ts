// What CORS costs: the page of the stack `reverse-proxy` in Chromium, with every request and every
// preflight 200 ms away, calls its API with `Authorization` through the edge and across origins.
// Run: npm run bench:cors (needs Chromium; `-- --picture` draws docs/images/waterfalls.png anew)
//
// Preflights are not kept off the browser's cache by a switch: each call has a query string of its
// own, and a cached preflight is one for the same URL. So are the calls of a page that asks for
// things by their ids. An API that lets browsers keep preflights (Access-Control-Max-Age) saves them
// for repeated calls to the same URL only.
import type { Page } from "playwright-core";
import { launchChromium } from "../__tests__/support/browser/chromium";
import { type RunningPreview, startPreview } from "../__tests__/support/browser/preview";

const DELAY_MILLISECONDS = 200;
const MOST = 0.55;
const PICTURE = "docs/images/waterfalls.png";
const WIDTH = 800;
const MARGIN = 12;

async function main(): Promise<void> {
  const settings = { REVERSE_PROXY: "on", CORS: "on" };
  const delay = ["--delay", String(DELAY_MILLISECONDS)];
  const preview = await startPreview("reverse-proxy", settings, delay);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      ignoreHTTPSErrors: true,
      colorScheme: "light",
      viewport: { width: WIDTH, height: 900 },
      deviceScaleFactor: 2,
    });
    await page.goto(preview.https);
    await page.getByRole("heading", { name: "The API's own domain" }).waitFor();
    await compare(page, preview);
    if (process.argv.includes("--picture")) await draw(page);
  } finally {
    await browser.close();
    await preview.stop();
  }
}

/** Presses "Compare 20 calls" and prints what the page measured and what the preview counted. */
async function compare(page: Page, preview: RunningPreview): Promise<void> {
  await page.getByRole("button", { name: "Compare 20 calls" }).click();
  const verdict = page.getByText(/The median through CloudFront is/);
  await verdict.waitFor({ timeout: 120_000 });
  const median = page.getByRole("row", { name: "Median" }).getByRole("cell");
  const [edge = Number.NaN, direct = Number.NaN] = (await median.allTextContents()).map(
    Number.parseFloat,
  );
  const calls = (await preview.requests()).filter(({ request }) => request.path.includes("run="));
  const count = (target: string, method: string): number =>
    calls.filter((call) => call.target === target && call.request.method === method).length;
  const ratio = edge / direct;
  console.log(`a round trip of ${DELAY_MILLISECONDS} ms, 20 calls each way and one to connect`);
  console.log(
    `through the edge: median ${edge} ms; ${count("distribution", "GET")} GET, ${count("distribution", "OPTIONS")} OPTIONS`,
  );
  console.log(
    `across origins:   median ${direct} ms; ${count("api", "GET")} GET, ${count("api", "OPTIONS")} OPTIONS`,
  );
  console.log(`ratio ${ratio.toFixed(2)} (at most ${MOST})`);
  if (!(ratio <= MOST)) process.exitCode = 1;
}

/** The waterfalls of a simple call and of one with `Authorization`, both ways, as the page draws them. */
async function draw(page: Page): Promise<void> {
  const legend = page.getByRole("list", { name: "Parts of the bars" });
  const cards = ["Undefined route", "Token “allow”"].map((title) =>
    page.getByRole("article").filter({ hasText: title }),
  );
  for (const card of cards) {
    for (const [index, way] of ["Run through CloudFront", "Run directly"].entries()) {
      await card.getByRole("button", { name: way }).click();
      await card.locator(".outcome .good").nth(index).waitFor();
    }
  }
  // Neither a focus ring nor a button under the mouse.
  await page.mouse.move(0, 0);
  await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
  const top = await legend.boundingBox();
  const bottom = await cards.at(-1)?.boundingBox();
  if (!top || !bottom) throw new Error("the page shows no waterfalls to draw");
  const y = top.y - MARGIN;
  const clip = { x: 0, y, width: WIDTH, height: bottom.y + bottom.height - y };
  await page.screenshot({ path: PICTURE, clip, fullPage: true });
}

void main();
