// Every stack in the preview, as a user starts it with the sample settings of `docs/settings`.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type APIRequestContext, request } from "playwright-core";
import { type RunningPreview, startPreview } from "../support/browser/preview";
import { sampleVariables } from "../support/sample-settings";

/** A developer's backend: answers with what reached it. */
const backend = createServer(({ method, url }, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ method, url }));
});

let backendUrl: string;
let viewer: APIRequestContext;
let preview: RunningPreview | undefined;

async function start(stack: string, options: readonly string[] = []): Promise<RunningPreview> {
  const variables = { ...sampleVariables("state"), ...sampleVariables(stack) };
  preview = await startPreview(stack, variables, options);
  viewer = await request.newContext({
    baseURL: preview.https,
    ignoreHTTPSErrors: true,
    maxRedirects: 0,
  });
  return preview;
}

beforeAll(async () => {
  await new Promise<void>((resolve) => backend.listen(0, "127.0.0.1", resolve));
  backendUrl = `http://localhost:${(backend.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await viewer?.dispose();
  await preview?.stop();
  preview = undefined;
});
afterAll(() => {
  backend.closeAllConnections();
  backend.close();
});

it("spa-api serves the app and its API, and leads HTTP viewers to HTTPS", async () => {
  const { http, https } = await start("spa-api");
  expect(await (await viewer.get("/")).text()).toContain("<title>One origin</title>");
  expect(await (await viewer.get("/api/hello?name=you")).json()).toMatchObject({
    method: "GET",
    path: "/hello",
    query: { name: ["you"] },
  });
  const redirect = await viewer.get(`${http}/deep/link`);
  expect([redirect.status(), redirect.headers().location]).toEqual([301, `${https}/deep/link`]);
});

it("reverse-proxy serves the page, and its API by both domains", async () => {
  await start("reverse-proxy");
  expect(await (await viewer.get("/")).text()).toContain("One API, with and without CORS");
  for (const [path, stage] of [
    ["cf-apigw", "prod"],
    ["cf-cust-domain", "prod"],
  ]) {
    const headers = { Authorization: "allow" };
    const answer = await viewer.get(`/${path}/auth`, { headers });
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({ resource: `/${path}/auth`, stage });
  }
});

it("spa-alb serves the app, and its API from a backend that runs here", async () => {
  await start("spa-alb", ["--origin", `backend-alb=${backendUrl}`]);
  expect((await viewer.get("/")).headers()["content-type"]).toContain("text/html");
  const answer = await viewer.post("/api/orders?page=2", { data: { id: 1 } });
  expect(await answer.json()).toMatchObject({ method: "POST", url: "/api/orders?page=2" });
});

it("spa-alb answers 502 for the API, and says why, until it is told where the backend runs", async () => {
  await start("spa-alb");
  const answer = await viewer.get("/api/orders");
  expect(answer.status()).toBe(502);
  expect(answer.headers()["x-cache"]).toBe("Error from cloudfront");
  expect((await viewer.get("/")).status()).toBe(200);
});

it("beanstalk serves one environment at a time, from a backend that runs here", async () => {
  await expect(start("beanstalk")).rejects.toThrow(
    /2 distributions; name one of .*shop-production.*shop-staging/,
  );
  const distribution = ["--distribution", "aws_cloudfront_distribution.shop-production"];
  const named = await start("beanstalk", distribution);
  const [origin] = named.origins;
  await viewer.dispose();
  await named.stop();
  await start("beanstalk", [...distribution, "--origin", `${origin?.id}=${backendUrl}`]);
  const answer = await viewer.get("/cart?item=1");
  expect(await answer.json()).toMatchObject({ method: "GET", url: "/cart?item=1" });
});

it("https-origin sends each path to its own host", async () => {
  const options = ["images", "legacy", "web"].flatMap((id) => ["--origin", `${id}=${backendUrl}`]);
  await start("https-origin", options);
  expect(await (await viewer.get("/images/logo.png")).json()).toMatchObject({
    url: "/images/logo.png",
  });
  expect(await (await viewer.get("/legacy/report")).json()).toMatchObject({
    url: "/app/legacy/report",
  });
  expect(await (await viewer.get("/")).json()).toMatchObject({ url: "/" });
});

it("state has no distribution, and the preview says so", async () => {
  await expect(start("state")).rejects.toThrow(
    "the stack has no aws_cloudfront_distribution; the preview runs one",
  );
});
