import type { Page } from "playwright-core";

/**
 * The preflights that the browser sends for a page, by its own account: Playwright's `request` event
 * leaves them out.
 *
 * @returns URLs in order; the list grows
 */
export async function watchPreflights(page: Page): Promise<readonly string[]> {
  const urls: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on("Network.requestWillBeSent", ({ request }) => {
    if (request.method === "OPTIONS") urls.push(request.url);
  });
  await session.send("Network.enable");
  return urls;
}
