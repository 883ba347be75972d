// The reverse-proxy page in a real browser, before servers that stand for AWS.
import type { Browser, Page } from "playwright-core";
import { describeInBrowser, launchChromium } from "../support/browser/chromium";
import { SECRET, startApi, startEdge } from "./reverse-proxy-servers";

type Server = Awaited<ReturnType<typeof startApi>>;
let browser: Browser;
let api: Server;
let servers: Server[];
let page: Page;
let complaints: string[];

/** Opens the page of a deployment; `config` replaces parts of its config.json. */
async function open(config: object | null, viewport = { width: 1100, height: 900 }): Promise<void> {
  const whole = {
    region: "eu-west-1",
    apiEndpoint: `${api.url}/prod`,
    customDomainEndpoint: `${api.url}/default`,
    cloudfrontDomain: "d111111abcdef8.cloudfront.net",
    stageName: "prod",
    basePath: "default",
    cors: process.env.CORS === "on",
  };
  const edge = await startEdge(api, config && { ...whole, ...config });
  servers.push(edge);
  page = await browser.newPage({ viewport });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(edge.url);
  await page.getByRole("heading", { name: "The API's own domain" }).waitFor();
}

async function enterKeys(secret = SECRET): Promise<void> {
  await page.getByLabel("Access key id").fill("AKIDEXAMPLE");
  await page.getByLabel("Secret access key").fill(secret);
}

/** The text of one request's results under a path, way by way. */
async function outcomes(path: string, title: string): Promise<string[]> {
  const section = page.getByRole("region", { name: path });
  const card = section.getByRole("article").filter({ hasText: title });
  return card.locator(".outcome").allInnerTexts();
}

const run = (name: string) => page.getByRole("button", { name, exact: true }).click();
const status = () => page.locator("#status");

describeInBrowser("the reverse-proxy page", () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    process.env.CORS = "on";
    complaints = [];
    api = await startApi();
    servers = [api];
  });
  afterEach(async () => {
    await page.close();
    for (const server of servers) server.close();
    delete process.env.CORS;
    expect(complaints).toEqual([]);
  });
  afterAll(() => browser.close());

  it("runs every request on both paths, signed ones too, without a preflight at the edge", async () => {
    await open({});
    await enterKeys();
    await run("Run all");
    await status().filter({ hasText: "20 as expected, 8 not" }).waitFor();
    for (const path of ["own domain", "custom domain"]) {
      expect((await outcomes(path, "Undefined route"))[0]).toMatch(/✓ 200\s.*no preflight/s);
      expect((await outcomes(path, "Token “allow”"))[1]).toMatch(/✓ 200\s.*preflight seen/s);
      expect((await outcomes(path, "Token “deny”"))[0]).toContain("✓ 403");
      expect((await outcomes(path, "Token “unauthorized”"))[0]).toContain("✓ 401");
      expect((await outcomes(path, "Any other token"))[0]).toContain("✓ 500");
      for (const text of await outcomes(path, "Signed with IAM keys")) {
        expect(text).toContain("✓ 200");
      }
      expect((await outcomes(path, "Not signed"))[0]).toContain("✓ 403");
    }
    const [, edge] = servers;
    expect(edge?.log.filter((line) => line.startsWith("OPTIONS"))).toEqual([]);
    expect(api.log).toContain("OPTIONS /default/cf-cust-domain/auth-iam");
  });

  it("says why the browser keeps an answer of API Gateway itself from the page", async () => {
    await open({});
    await run("Run directly: Token “deny”, /cf-apigw");
    await status().filter({ hasText: "no answer" }).waitFor();
    const [, direct] = await outcomes("own domain", "Token “deny”");
    expect(direct).toMatch(/preflight or answer refused.*API Gateway answers 403 by itself/s);
  });

  it("says that CORS is off, before and after a direct call", async () => {
    process.env.CORS = "off";
    await open({});
    await page.getByText("CORS is switched off in this deployment, as it should be").waitFor();
    await run("Run directly: Token “allow”, /cf-apigw");
    await status().filter({ hasText: "no answer" }).waitFor();
    expect((await outcomes("own domain", "Token “allow”"))[1]).toContain("switch it on to compare");
  });

  it("shows what the Lambda function saw", async () => {
    await open({});
    await run("Run through CloudFront: Token “allow”, /cf-apigw");
    await page.getByText("Response", { exact: true }).click();
    const saw = page.getByRole("table", { name: "What the Lambda function saw" });
    await saw.getByRole("row", { name: "Path /cf-apigw/auth" }).waitFor();
    await saw.getByText("decidedBy: token-authorizer").waitFor();
  });

  it("explains a signature that does not fit, and keys that are missing", async () => {
    await open({});
    await run("Run through CloudFront: Signed with IAM keys, /cf-apigw");
    await status().filter({ hasText: "not sent. Enter an access key id" }).waitFor();
    await enterKeys("another/secret");
    await run("Run through CloudFront: Signed with IAM keys, /cf-apigw");
    await page.getByText("Check the secret access key, the endpoint").waitFor();
  });

  it("keeps the keys in the form alone, and forgets them", async () => {
    await open({});
    await enterKeys();
    await run("Run through CloudFront: Signed with IAM keys, /cf-apigw");
    await status().filter({ hasText: "200" }).waitFor();
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    const kept = await page.evaluate(
      () => (globalThis as unknown as { sessionStorage: object }).sessionStorage,
    );
    expect(kept).toEqual({});
    expect(page.url()).not.toContain("AKID");
    await run("Forget the keys");
    expect(await page.getByLabel("Secret access key").inputValue()).toBe("");
    await enterKeys();
    await page.reload();
    expect(await page.getByLabel("Secret access key").inputValue()).toBe("");
  });

  it("leaves the custom domain out, with a sentence, until there is one", async () => {
    await open({ customDomainEndpoint: null });
    const custom = page.getByRole("region", { name: "custom domain" });
    await custom.getByText("This deployment has no custom domain").waitFor();
    expect(await custom.getByRole("button").count()).toBe(0);
    await page.getByText("Endpoints", { exact: true }).click();
    await page.getByLabel("Custom domain (optional)").fill(`${api.url}/default`);
    await run("Run all");
    await custom.getByRole("button").first().waitFor();
  });

  it("says what to enter where there is no config.json", async () => {
    await open(null);
    await page.getByText("There is no config.json here").waitFor();
    await run("Run directly: Token “allow”, /cf-apigw");
    await status().filter({ hasText: "not sent. Enter the API endpoint" }).waitFor();
    await page.getByLabel("API endpoint").fill(`${api.url}/prod`);
    await run("Run directly: Token “allow”, /cf-apigw");
    await status().filter({ hasText: "200" }).waitFor();
  });

  it("opens the endpoints when config.json has one that cannot be right", async () => {
    await open({ apiEndpoint: `${api.url}/test` });
    await page.getByText("The address ends with /prod in this deployment").waitFor();
  });

  it("compares the medians of 20 calls each way", async () => {
    await open({});
    await run("Compare 20 calls");
    await page.getByText(/The median through CloudFront is 0\.\d\d of the direct one/).waitFor();
    const cells = page.getByRole("row", { name: "Preflight" }).getByRole("cell");
    expect(await cells.allInnerTexts()).toEqual([
      "no preflight",
      expect.stringMatching(/^preflight seen, \d+ ms$/),
    ]);
    expect(api.log.filter((line) => line.startsWith("OPTIONS"))).toHaveLength(21);
  });

  it("stops when asked to", async () => {
    await open({});
    let goOn = (): void => {};
    const stopped = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route("**/cf-apigw/**", async (route) => {
      await stopped;
      await route.abort();
    });
    await run("Run all");
    await run("Stop");
    await status().filter({ hasText: "Stopped." }).waitFor();
    goOn();
    await page.getByRole("button", { name: "Run all" }).waitFor();
  });

  it("cannot be clicked before it has read config.json, and works as soon as it has", async () => {
    await open({});
    let giveConfig = (): void => {};
    const wanted = new Promise<void>((resolve) => {
      giveConfig = resolve;
    });
    await page.route("**/config.json", async (route) => {
      await wanted;
      await route.continue();
    });
    const asked = page.waitForRequest("**/config.json");
    await page.reload({ waitUntil: "commit" });
    await asked;
    const url = page.url();
    const buttons = ["Run all", "Compare 20 calls"].map((name) =>
      page.getByRole("button", { name, exact: true }),
    );
    for (const button of buttons) {
      expect(await button.isDisabled()).toBe(true);
      await button.click({ force: true });
    }
    giveConfig();
    await page.getByRole("heading", { name: "The API's own domain" }).waitFor();
    expect(page.url()).toBe(url);
    await run("Compare 20 calls");
    await page.getByText(/The median through CloudFront/).waitFor();
  });

  it("works from the keyboard, and fits on a phone", async () => {
    await open({}, { width: 360, height: 740 });
    await page.getByRole("button", { name: "Forget the keys" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await status().filter({ hasText: "Undefined route, through CloudFront: 200" }).waitFor();
    const width = await page.locator("html").evaluate(({ scrollWidth }) => scrollWidth);
    expect(width).toBe(360);
  });
});
