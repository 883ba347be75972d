// The page of `reverse-proxy` in a real browser, behind the preview as a user starts it: every
// request through the edge and directly, on one origin and across origins.
import type { Browser, Page } from "playwright-core";
import { describeInBrowser, launchChromium } from "../support/browser/chromium";
import { watchPreflights } from "../support/browser/preflights";
import { type Reported, type RunningPreview, startPreview } from "../support/browser/preview";

const COMPARED = { REVERSE_PROXY: "on", CORS: "on", AWS_REGION: "eu-west-1" };

const OUTCOMES = [
  ["Undefined route", 200],
  ["Token “allow”", 200],
  ["Token “deny”", 403],
  ["Token “unauthorized”", 401],
  ["Any other token", 500],
  ["Signed with IAM keys", 200],
  ["Not signed", 403],
] as const;

/** Requests of the list above with a header that makes the browser ask first. */
const NOT_SIMPLE = 5;

const line = ({ request }: Reported): string => `${request.method} ${request.path}`;
const isSimple = ({ request }: Reported): boolean =>
  !request.headers.some(([name]) => /^(authorization|x-amz-)/i.test(name));

describeInBrowser("the page of reverse-proxy in the preview", () => {
  let browser: Browser;
  let preview: RunningPreview;
  let page: Page;
  let preflights: readonly string[];

  async function runAll(): Promise<void> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    page = await context.newPage();
    preflights = await watchPreflights(page);
    await page.goto(preview.https);
    await page.getByLabel("Access key id").fill(preview.iamKey.accessKeyId);
    await page.getByLabel("Secret access key").fill(preview.iamKey.secretAccessKey);
    await page.getByRole("button", { name: "Run all", exact: true }).click();
    await page.locator("#status").filter({ hasText: " as expected, " }).waitFor();
  }

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(() => preview.stop());
  afterAll(() => browser.close());

  describe.each([
    ["without a custom domain", {}, ["cf-apigw"]],
    [
      "with a custom domain",
      { API_DOMAIN: "api.example.com", HOSTED_ZONE: "example.com" },
      ["cf-apigw", "cf-cust-domain"],
    ],
  ])("%s", (_name, domain, paths) => {
    it("gets every answer both ways, with a preflight for what is not simple, directly alone", async () => {
      preview = await startPreview("reverse-proxy", { ...COMPARED, ...domain });
      await runAll();

      const { length } = OUTCOMES;
      expect(await page.locator("#status").textContent()).toBe(
        `${2 * length * paths.length} as expected, 0 not.`,
      );
      const texts = await page.locator(".outcome .good").allInnerTexts();
      expect(texts).toEqual(
        paths.flatMap(() => OUTCOMES.flatMap(([, status]) => [`✓ ${status}`, `✓ ${status}`])),
      );

      const requests = await preview.requests();
      const throughEdge = requests.filter(({ behavior = "*" }) => behavior !== "*");
      expect(throughEdge.map(({ request }) => request.method)).toEqual(
        paths.flatMap(() => OUTCOMES.map(() => "GET")),
      );
      const asked = requests.filter(({ request }) => request.method === "OPTIONS");
      expect(asked.map(({ target }) => target)).toEqual(
        Array(NOT_SIMPLE * paths.length).fill("api"),
      );

      const direct = requests.filter(({ target }) => target === "api");
      const calls = direct.filter(({ request }) => request.method === "GET");
      expect(calls).toHaveLength(length * paths.length);
      expect(direct.map(line)).toEqual(
        calls.flatMap((call) =>
          isSimple(call) ? [line(call)] : [`OPTIONS ${call.request.path}`, line(call)],
        ),
      );
      expect(preflights).toHaveLength(NOT_SIMPLE * paths.length);
      const { apis } = preview;
      expect(preflights.every((url) => apis.some((api) => url.startsWith(`${api.url}/`)))).toBe(
        true,
      );
    });
  });

  it("finds the local addresses of both endpoints in config.json, and the shared origin in its own", async () => {
    const domain = { API_DOMAIN: "api.example.com", HOSTED_ZONE: "example.com" };
    preview = await startPreview("reverse-proxy", { ...COMPARED, ...domain });
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    page = await context.newPage();
    const answer = await page.goto(`${preview.https}/config.json`);
    const [own, custom] = preview.apis;
    expect(await answer?.json()).toMatchObject({
      region: "eu-west-1",
      apiEndpoint: `${own?.url}/prod`,
      customDomainEndpoint: `${custom?.url}/default`,
      cors: true,
    });
    expect(custom?.host).toBe("api.example.com");
  });

  it("keeps other origins out when CORS is off, while the edge needs none", async () => {
    preview = await startPreview("reverse-proxy", { ...COMPARED, CORS: "off" });
    await runAll();
    const outcomes = page.locator(".request .side:first-child .outcome .good");
    expect(await outcomes.allInnerTexts()).toEqual(OUTCOMES.map(([, status]) => `✓ ${status}`));
    const refused = page.locator(".request .side:last-child .outcome .bad");
    expect(await refused.allInnerTexts()).toEqual(OUTCOMES.map(() => "✗ no answer"));
  });
});
