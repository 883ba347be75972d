// The page of `spa-api` in a real browser, behind the preview as a user starts it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page, Response } from "playwright-core";
import { describeInBrowser, launchChromium } from "../support/browser/chromium";
import { watchPreflights } from "../support/browser/preflights";
import { type RunningPreview, startPreview } from "../support/browser/preview";

let preview: RunningPreview;
let browser: Browser;
let page: Page;
let preflights: readonly string[];

/** A browser that has never been here. */
async function open(path: string): Promise<Response | null> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
  preflights = await watchPreflights(page);
  return page.goto(`${preview.https}${path}`);
}

/** Presses a button of the page; gives the API's answer once the page shows it. */
async function press(name: string): Promise<Response> {
  const shown = page.locator("#results li");
  const count = await shown.count();
  const answer = page.waitForResponse((response) => response.url().includes("/api/"));
  await page.getByRole("button", { name, exact: true }).click();
  await shown.nth(count).waitFor();
  return answer;
}

/** The API's requests so far in order, such as `GET /api/hello 200`. */
async function calls(): Promise<string[]> {
  const all = await preview.requests();
  return all
    .filter(({ request, target }) => target === "api" || request.path.startsWith("/api/"))
    .map(({ request, response }) => `${request.method} ${request.path} ${response.status}`);
}

const paths = async () => (await preview.requests()).map(({ request }) => request.path);

describeInBrowser("the page of spa-api in the preview", () => {
  beforeAll(async () => {
    [preview, browser] = await Promise.all([startPreview("spa-api"), launchChromium()]);
  });
  afterEach(() => page.context().close());
  afterAll(() => Promise.all([preview.stop(), browser.close()]));

  it("calls its API without a preflight, JSON and cookies included", async () => {
    await open("/");
    const before = await calls();
    await press("Say hello");
    await press("Save as JSON");
    await press("Get a cookie");
    await press("Ask for what is missing");
    await press("Ask for what is forbidden");
    expect((await calls()).slice(before.length)).toEqual([
      "GET /api/hello?name=you 200",
      "PUT /api/things/1 200",
      "POST /api/login 200",
      "GET /api/missing 404",
      "GET /api/forbidden 403",
    ]);
    expect(preflights).toEqual([]);
  });

  it("sends the cookie that the API set to the API, on the same origin", async () => {
    await open("/");
    expect(await (await press("Say hello")).json()).toMatchObject({ cookies: "" });
    await press("Get a cookie");
    expect(await page.context().cookies()).toMatchObject([
      { name: "session", domain: "localhost", httpOnly: true, secure: true, sameSite: "Lax" },
    ]);
    expect(await (await press("Say hello")).json()).toMatchObject({ cookies: "session=demo" });
  });

  it("loads the app at a deep link, also when it is reloaded", async () => {
    const answers = [await open("/deep/link?from=mail"), await page.reload()];
    for (const answer of answers) {
      expect(answer?.status()).toBe(200);
      await page.getByRole("heading", { name: "A deep link" }).waitFor();
      await page.getByText("There is no file at /deep/link").waitFor();
      expect(await page.title()).toBe("A deep link - One origin");
    }
  });

  it("gets the API's own errors as JSON, not the app", async () => {
    await open("/");
    const missing = await press("Ask for what is missing");
    expect(missing.status()).toBe(404);
    expect(missing.headers()["content-type"]).toBe("application/json");
    expect(await missing.json()).toEqual({ message: "there is no such thing" });
    const forbidden = await press("Ask for what is forbidden");
    expect(forbidden.status()).toBe(403);
    expect(await forbidden.json()).toEqual({ message: "that is not for you" });
  });

  it("keeps a missing file an error", async () => {
    const answer = await open("/missing.js");
    expect(answer?.status()).toBe(403);
    expect(answer?.headers()).toMatchObject({
      "content-type": "application/xml",
      "x-cache": "Error from cloudfront",
    });
    expect(await answer?.text()).toContain("<Code>AccessDenied</Code>");
  });

  it("serves files from CloudFront's copies from the second load on, and asks anew for the page", async () => {
    await open("/");
    // Browsers ask for the icon when all else is there.
    while (!(await paths()).includes("/favicon.svg")) await sleep(20);
    const caches = new Set<string>();
    page.on("response", (response) => {
      caches.add(`${new URL(response.url()).pathname} ${response.headers()["x-cache"]}`);
    });
    const icon = page.waitForResponse((response) => response.url().endsWith("/favicon.svg"));
    await page.reload();
    await icon;
    expect([...caches].sort()).toEqual([
      "/ Miss from cloudfront",
      "/app.css Hit from cloudfront",
      "/app.js Hit from cloudfront",
      "/favicon.svg Hit from cloudfront",
    ]);
  });
});
