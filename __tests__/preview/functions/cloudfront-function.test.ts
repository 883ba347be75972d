import {
  type CloudFrontFunction,
  type CloudFrontFunctionOptions,
  createCloudFrontFunction,
} from "../../../preview/functions/cloudfront-function";
import type { FunctionInput, FunctionOutcome } from "../../../preview/functions/edge-function";
import { input, request, response, responseInput } from "./support/exchange";

const open: CloudFrontFunction[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function create(
  code: string,
  changes: Partial<CloudFrontFunctionOptions> = {},
): Promise<CloudFrontFunction> {
  const made = await createCloudFrontFunction({
    name: "test",
    code,
    runtime: "cloudfront-js-2.0",
    ...changes,
  });
  open.push(made);
  return made;
}

async function run(
  code: string,
  given: FunctionInput = input(),
  changes?: Partial<CloudFrontFunctionOptions>,
): Promise<FunctionOutcome> {
  return (await create(code, changes)).run(given);
}

it.each(["cloudfront-js-1.0", "cloudfront-js-2.0"] as const)(
  "rewrites paths without a dot to the page of a single-page app (%s)",
  async (runtime) => {
    const code =
      "function handler(event) { var request = event.request; if (request.uri.indexOf('.') < 0) request.uri = '/index.html'; return request; }";
    const spa = await create(code, { runtime });
    expect(
      await spa.run(input({ request: request({ path: "/users/1", query: "a=1&a=2" }) })),
    ).toEqual({
      kind: "request",
      request: request({ path: "/index.html", query: "a=1&a=2" }),
      logs: [],
    });
    expect(await spa.run(input({ request: request({ path: "/app.js" }) }))).toMatchObject({
      request: { path: "/app.js" },
    });
  },
);

it("answers a viewer request by itself", async () => {
  const code =
    "function handler() { return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/new' } }, cookies: { a: { value: '1', attributes: 'Path=/' } } }; }";
  expect(await run(code)).toEqual({
    kind: "response",
    response: {
      status: 302,
      statusText: "Found",
      headers: [
        ["Location", "/new"],
        ["Set-Cookie", "a=1; Path=/"],
        ["Content-Length", "0"],
      ],
      body: new Uint8Array(),
    },
    logs: [],
  });
});

it("adds a header to a response and leaves its body alone", async () => {
  const code =
    "async function handler(event) { const response = event.response; response.headers['x-frame-options'] = { value: 'DENY' }; return response; }";
  const answer = response({ headers: [["content-type", "text/html"]] });
  expect(await run(code, responseInput(answer))).toMatchObject({
    kind: "response",
    response: {
      status: 200,
      headers: [
        ["Content-Type", "text/html"],
        ["X-Frame-Options", "DENY"],
      ],
      body: answer.body,
    },
  });
});

it("reads its key value store through an import", async () => {
  const code =
    "import cf from 'cloudfront';\nconst store = cf.kvs();\nasync function handler(event) { event.request.uri = await store.get(event.request.uri.slice(1)); return event.request; }";
  const keyValueStore = { id: "store-1", pairs: { page: "/found.html" } };
  expect(await run(code, input(), { keyValueStore })).toMatchObject({
    request: { path: "/found.html" },
  });
});

it("chooses another origin", async () => {
  const code =
    "import cf from 'cloudfront';\nfunction handler(event) { cf.selectRequestOriginById('other'); return event.request; }";
  expect(await run(code)).toMatchObject({
    kind: "request",
    origin: { kind: "origin", originId: "other" },
  });
});

it("sees the raw query string in runtime 2.0 only", async () => {
  const code =
    "function handler(event) { console.log(typeof event.request.rawQueryString + ' ' + (event.request.rawQueryString ? event.request.rawQueryString() : '')); return event.request; }";
  const given = input({ request: request({ query: "B=%20&a" }) });
  expect((await run(code, given)).logs).toEqual(["function B=%20&a"]);
  expect((await run(code)).logs).toEqual(["function undefined"]);
  const bare = input({ request: request({ query: "", hasBareQuestionMark: true }) });
  expect((await run(code, bare)).logs).toEqual(["function "]);
  expect((await run(code, given, { runtime: "cloudfront-js-1.0" })).logs).toEqual(["undefined "]);
});

describe("a function that fails", () => {
  it.each([
    [
      "throws",
      "function handler() { console.log('x'); throw new Error('no'); }",
      "Error: no (test.js:1)",
    ],
    [
      "rejects",
      "async function handler() { console.log('x'); throw new Error('no'); }",
      "Error: no (test.js:1)",
    ],
    [
      "does not end",
      "function handler() { console.log('x'); for (;;); }",
      "ran longer than 100 ms",
    ],
    [
      "uses too much memory",
      "function handler() { console.log('x'); return 'x'.repeat(3e6); }",
      "used more than 2 MB of memory",
    ],
  ])("because it %s gives a 503", async (_, code, reason) => {
    expect(await run(code)).toEqual({
      kind: "failure",
      status: 503,
      reason,
      xCache: "FunctionExecutionError",
      logs: ["x"],
    });
  });

  it.each([
    ["nothing", "function handler() {}"],
    ["text", "function handler() { return 'text'; }"],
    ["the whole event", "function handler(event) { return event; }"],
    [
      "another Host",
      "function handler(event) { event.request.headers.host = { value: 'x' }; return event.request; }",
    ],
  ])("because it returns %s gives a 502", async (_, code) => {
    expect(await run(code)).toMatchObject({
      kind: "failure",
      status: 502,
      xCache: "FunctionValidationError",
    });
  });

  it("by running over time five times in a row is throttled", async () => {
    const slow = await create("function handler() { for (;;); }");
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await slow.run(input())).toMatchObject({ xCache: "FunctionExecutionError" });
    }
    expect(await slow.run(input())).toMatchObject({
      kind: "failure",
      status: 503,
      xCache: "FunctionThrottledError",
    });
  });
});

describe("loading", () => {
  it("refuses what CloudFront refuses", async () => {
    await expect(
      create("const handler = () => {};", { runtime: "cloudfront-js-1.0" }),
    ).rejects.toThrow(
      'function "test" cannot run on cloudfront-js-1.0: the const statement is not supported (line 1): use var',
    );
  });

  it("warns of what AWS does not list", async () => {
    const { warnings } = await create("function handler(event) { return event?.request; }");
    expect(warnings).toEqual([
      "optional chaining (?.) is not among what AWS lists as supported (line 1): use &&",
    ]);
  });
});

it("cannot run at origin events", async () => {
  const one = await create("function handler(event) { return event.request; }");
  await expect(one.run(input({ event: "origin-request" }))).rejects.toThrow(
    'CloudFront function "test" cannot run at origin-request: use viewer-request or viewer-response',
  );
});
