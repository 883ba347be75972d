// The inspector's page in a real browser, fed by an edge without a server.
import type { Browser, Page } from "playwright-core";
import { type RunningInspector, startInspector } from "../../preview/inspector/start-inspector";
import { type InspectedEdge, inspectedEdge } from "../preview/inspector/inspected-edge";
import { describeInBrowser, launchChromium } from "../support/browser/chromium";
import { behavior, cachingDisabled, origin, response } from "../support/edge";

let browser: Browser;
let page: Page;
let inspected: InspectedEdge;
let inspector: RunningInspector;
let complaints: string[];
let asked: string[];

const HOSTILE = "/<img/src=x/onerror=alert(1)>";

async function open(viewport = { width: 1440, height: 900 }): Promise<void> {
  page = await browser.newPage({ viewport });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(inspector.url);
  await page.getByText("Live", { exact: true }).waitFor();
}

const row = (path: string) => page.getByRole("row").filter({ hasText: path });
const card = (text: string) => page.locator("#map .card").filter({ hasText: text });
const select = (path: string) => row(path).getByRole("button").click();
const focused = () => page.evaluate("document.activeElement.textContent") as Promise<string>;
const step = (heading: string) =>
  page.locator(".step").filter({ has: page.getByRole("heading", { name: heading }) });

describeInBrowser("the inspector's page", () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    complaints = [];
    asked = [];
    inspected = inspectedEdge(
      {
        orderedBehaviors: [
          behavior({ pathPattern: "/api/*", targetOriginId: "api", cachePolicy: cachingDisabled }),
          behavior({ pathPattern: "/old/*" }),
        ],
        origins: [origin(), origin({ id: "api", domainName: "api.example.com" })],
      },
      ({ path }) => response(path.includes("missing") ? 404 : 200, [["X-Odd", "<b>bold</b>"]]),
    );
    inspector = await startInspector(inspected.feed);
  });
  afterEach(async () => {
    await page.close();
    await inspector.close();
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(inspector.url))).toEqual([]);
  });
  afterAll(() => browser?.close());

  it("draws the behaviors in order, and what joins them to their origins", async () => {
    await open();
    const titles = await page.locator("#map ol .title b").allInnerTexts();
    expect(titles).toEqual(["/api/*", "/old/*", "*"]);
    // Three lines from the viewer, three to the origins.
    expect(await page.locator("#map svg path").count()).toBe(6);
  });

  it("shows requests as they come, newest first, and the way of the selected one", async () => {
    await inspected.send("/first");
    await open();
    await inspected.send("/api/users?token=abc");
    await row("/api/users").waitFor();
    expect(await page.locator("#list tbody button").allInnerTexts()).toEqual([
      "/api/users?token=***",
      "/first",
    ]);
    await select("/api/users");
    await step("Behavior /api/*").getByText("is the first path pattern").waitFor();
    await step("Past the cache").waitFor();
    await step("Sent to origin api")
      .locator("summary", { hasText: "Left behind, and by which rule (2)" })
      .waitFor();
    await card("api.example.com").getByText("was asked").waitFor();
    await card("/api/*").getByText("took this request").waitFor();
    expect(await page.locator("#map .card.taken").count()).toBe(2);
    expect(await page.locator("#map svg path.taken").count()).toBe(2);
  });

  it("makes no markup of what viewers and origins send", async () => {
    await open();
    await inspected.send(HOSTILE, { headers: [["X-Mine", "<script>alert(2)</script>"]] });
    await select("onerror");
    await step("The viewer's request").getByText("<script>alert(2)</script>").waitFor();
    await step("The viewer gets 200").locator("summary").click();
    await step("The viewer gets 200").getByText("<b>bold</b>").waitFor();
    expect(await page.locator("main img, main script, .step td b").count()).toBe(0);
  });

  it("is used with the keyboard alone: arrows in the list, Enter into a request, Escape back", async () => {
    for (const path of ["/one", "/two", "/three"]) await inspected.send(path);
    await open();
    await row("/three").getByRole("button").focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("/two");
    await page.keyboard.press("End");
    expect(await focused()).toBe("/one");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "GET /three" }).waitFor();
    await page.waitForFunction('document.activeElement.id === "detail-request"');
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("/three");
    // One stop for the whole list.
    expect(await page.locator('#list tbody [tabindex="0"]').count()).toBe(1);
  });

  it("filters, pauses and clears", async () => {
    for (const path of ["/api/a", "/api/missing", "/b"]) await inspected.send(path);
    await open();
    const count = page.locator("#count");
    await count.filter({ hasText: /^3$/ }).waitFor();
    await page.getByLabel("Status").selectOption("4xx");
    await count.filter({ hasText: /^1 of 3$/ }).waitFor();
    await page.getByLabel("Status").selectOption("any");
    await page.locator("#filter-behavior").selectOption("/api/*");
    await count.filter({ hasText: /^2 of 3$/ }).waitFor();
    await page.getByLabel("Path or method").fill("nothing like it");
    await page.getByText("No request passes the filters").waitFor();
    await page.getByLabel("Path or method").fill("");
    await page.locator("#filter-behavior").selectOption("any");

    await page.getByRole("button", { name: "Pause" }).click();
    await inspected.send("/later");
    await count.filter({ hasText: "3, 1 waiting" }).waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await row("/later").waitFor();

    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("No requests yet").waitFor();
    await page.reload();
    await page.getByText("No requests yet").waitFor();
  });

  it("keeps its list bounded", async () => {
    await open();
    for (let i = 0; i < 620; i++) await inspected.send(`/n/${i}`);
    await row("/n/619").waitFor();
    await page.locator("#count").filter({ hasText: /^500$/ }).waitFor();
    expect(await page.locator("#list tbody tr").count()).toBe(500);
    expect(await row("/n/119").count()).toBe(0);
  });

  it("draws the stack again when it has changed, and shows what functions log", async () => {
    await open();
    const built = inspected.feed.session();
    Object.assign(built, {
      model: { ...built.model, orderedBehaviors: [behavior({ pathPattern: "/new/*" })] },
    });
    inspector.changed();
    await card("/new/*").waitFor();
    inspected.events.log({ address: "aws_lambda_function.api", level: "error", text: "<i>no</i>" });
    await page.getByText("Logs of functions and services").click();
    await page.getByText("<i>no</i>").waitFor();
  });

  it.each([
    [360, 780],
    [768, 1024],
    [1024, 700],
  ])("fits %d × %d without scrolling sideways", async (width, height) => {
    await inspected.send(`/api/${"long-segment-".repeat(60)}?${"q=1&".repeat(100)}`);
    await open({ width, height });
    await select("long-segment");
    await step("The viewer gets 200").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });

  it("says in words that the preview does not answer, to whoever selects or clears", async () => {
    await open();
    await inspected.send("/first");
    await row("/first").waitFor();
    await page.context().setOffline(true);
    const detail = page.locator("#detail");
    await select("/first");
    await detail.getByText("The preview does not answer. Start it again").waitFor();
    await page.context().setOffline(false);
    await select("/first");
    await step("The viewer's request").waitFor();
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Clear" }).click();
    await detail.getByText("The preview does not answer. Start it again").waitFor();
    expect(complaints.splice(0).filter((text) => !text.includes("ERR_INTERNET"))).toEqual([]);
  });

  it("goes into a request where the detail is below the list, and back", async () => {
    await inspected.send("/phone");
    await open({ width: 360, height: 780 });
    await select("/phone");
    await page.waitForFunction('document.activeElement.id === "detail-request"');
    await page.getByRole("button", { name: "Back to the list" }).click();
    expect(await focused()).toBe("/phone");
  });
});
