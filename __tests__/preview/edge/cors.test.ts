import type { CorsPolicy, ResponseHeadersPolicy } from "../../../preview/edge-model";
import type { HeaderList } from "../../../preview/messages";
import { managedResponseHeadersPolicy } from "../../../preview/pipeline/managed-response-headers-policies";
import { behavior, response, testEdge } from "../../support/edge";
import { policedEdge, responseHeadersPolicy } from "../../support/edge-policies";

const cors = (changes: Partial<CorsPolicy> = {}): CorsPolicy => ({
  allowCredentials: false,
  allowHeaders: ["X-A"],
  allowMethods: ["GET", "PUT"],
  allowOrigins: ["https://site.example"],
  exposeHeaders: ["X-E"],
  maxAgeSeconds: 600,
  originOverride: false,
  ...changes,
});

const ORIGIN = [["Origin", "https://site.example"]] as const;
const PREFLIGHT = {
  method: "OPTIONS",
  headers: [...ORIGIN, ["Access-Control-Request-Method", "PUT"]],
} as const;

/** The CORS headers of a response, by lower-case name without the prefix. */
const corsOf = (headers: HeaderList) =>
  Object.fromEntries(
    headers
      .filter(([name]) => /^access-control-/i.test(name))
      .map(([name, value]) => [name.toLowerCase().replace("access-control-", ""), value]),
  );

describe("the CORS part of a response headers policy", () => {
  it("adds nothing without an Origin header, or for another origin", async () => {
    const edge = policedEdge(responseHeadersPolicy({ cors: cors() }));
    expect(corsOf((await edge.get("/a")).headers)).toEqual({});
    const other = await edge.get("/a", { headers: [["Origin", "https://evil.example"]] });
    expect(corsOf(other.headers)).toEqual({});
  });

  it("echoes an allowed origin on a simple request", async () => {
    const got = await policedEdge(
      responseHeadersPolicy({ cors: cors({ allowCredentials: true }) }),
    ).get("/a", {
      headers: ORIGIN,
    });
    expect(corsOf(got.headers)).toEqual({
      "allow-origin": "https://site.example",
      "allow-credentials": "true",
      "expose-headers": "X-E",
    });
  });

  it("adds methods, headers and age to the origin's answer to a preflight", async () => {
    const edge = policedEdge(responseHeadersPolicy({ cors: cors() }));
    expect(corsOf((await edge.get("/a", PREFLIGHT)).headers)).toEqual({
      "allow-origin": "https://site.example",
      "allow-methods": "GET, PUT",
      "allow-headers": "X-A",
      "max-age": "600",
      "expose-headers": "X-E",
    });
    expect(edge.asked).toHaveLength(1);
  });

  it("does not turn a preflight that the origin refuses into a success", async () => {
    const edge = testEdge(
      {
        defaultBehavior: behavior({
          responseHeadersPolicy: responseHeadersPolicy({ cors: cors() }),
        }),
      },
      () => response(403),
    );
    expect((await edge.get("/a", PREFLIGHT)).status).toBe(403);
  });

  it("without override stays away when the origin sends any CORS header", async () => {
    const got = await policedEdge(responseHeadersPolicy({ cors: cors() }), [
      ["Access-Control-Max-Age", "5"],
    ]).get("/a", {
      headers: ORIGIN,
    });
    expect(corsOf(got.headers)).toEqual({ "max-age": "5" });
  });

  it("with override replaces the origin's", async () => {
    const edge = policedEdge(responseHeadersPolicy({ cors: cors({ originOverride: true }) }), [
      ["access-control-allow-origin", "*"],
    ]);
    const got = await edge.get("/a", { headers: ORIGIN });
    expect(corsOf(got.headers)["allow-origin"]).toBe("https://site.example");
    expect(got.headers.filter(([name]) => /allow-origin/i.test(name))).toHaveLength(1);
  });

  it("answers each origin with its own header, from one cached object", async () => {
    const edge = policedEdge(
      responseHeadersPolicy({ cors: cors({ allowOrigins: ["a.example", "b.example"] }) }),
    );
    for (const name of ["https://a.example", "https://b.example"]) {
      const got = await edge.get("/a", { headers: [["Origin", name]] });
      expect(got.header("access-control-allow-origin")).toBe(name);
    }
    expect(edge.asked).toHaveLength(1);
  });
});

describe("the managed response headers policies", () => {
  const through = async (
    id: string,
    more: Parameters<ReturnType<typeof testEdge>["get"]>[1],
    headers: HeaderList = [],
  ) =>
    policedEdge(managedResponseHeadersPolicy(id) as ResponseHeadersPolicy, headers).get("/a", more);

  it.each([
    [
      "SimpleCORS",
      "60669652-455b-4ae9-85a4-c4c02393f86c",
      { "allow-origin": "*" },
      { "allow-origin": "*" },
    ],
    [
      "CORS-With-Preflight",
      "5cc3b908-e619-4b99-88e5-2cf7f45965bd",
      { "allow-origin": "*" },
      {
        "allow-origin": "*",
        "allow-methods": "GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS",
        "expose-headers": "*",
      },
    ],
    ["SecurityHeadersPolicy", "67f7725c-6f97-4210-82d7-5512b31e9d03", {}, {}],
  ])("%s answers simple requests and preflights", async (_, id, simple, preflight) => {
    expect(corsOf((await through(id, { headers: ORIGIN })).headers)).toEqual(simple);
    expect(corsOf((await through(id, PREFLIGHT)).headers)).toEqual(preflight);
  });

  it.each([
    ["67f7725c-6f97-4210-82d7-5512b31e9d03"],
    ["e61eb60c-9c35-4d20-a928-2b84e02af89c"],
    ["eaab4381-ed33-4a86-88ca-d9558dc6cd63"],
  ])("%s adds the five security headers and overrides only nosniff", async (id) => {
    const got = await through(id, {}, [
      ["X-Frame-Options", "DENY"],
      ["X-Content-Type-Options", "sniff"],
    ]);
    expect(got.header("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(got.header("strict-transport-security")).toBe("max-age=31536000");
    expect(got.header("x-xss-protection")).toBe("1; mode=block");
    expect(got.header("x-frame-options")).toBe("DENY");
    expect(got.header("x-content-type-options")).toBe("nosniff");
  });
});

describe("a preflight that fails although the policy has CORS headers", () => {
  const notesOf = async (status: number, allowedMethods: readonly string[], dryRun = false) => {
    const { get } = testEdge(
      {
        defaultBehavior: behavior({
          allowedMethods,
          responseHeadersPolicy: responseHeadersPolicy({ cors: cors() }),
        }),
      },
      () => response(status),
    );
    const { trace } = await get("/a", PREFLIGHT, { detail: true, dryRun });
    return trace.notes;
  };
  const methods = ["GET", "HEAD", "OPTIONS"];

  it("says so of the origin's refusal", async () => {
    expect(await notesOf(403, methods)).toEqual([
      expect.stringContaining("with the origin's 403 the browser gives up"),
    ]);
    expect(await notesOf(204, methods)).toEqual([]);
  });

  it("says so of a behavior that does not allow OPTIONS", async () => {
    expect(await notesOf(204, ["GET", "HEAD"])).toEqual([
      expect.stringContaining("does not allow OPTIONS"),
    ]);
  });

  it("says who has to answer when nobody was asked", async () => {
    expect(await notesOf(200, methods, true)).toEqual([
      expect.stringContaining("the origin has to answer this OPTIONS"),
    ]);
  });
});

it.each([
  ["https://site.example:*", 1],
  ["https://site.example", 0],
  ["*", 0],
])("%s for an origin without a port: %i note of the open reading", async (entry, count) => {
  const edge = policedEdge(responseHeadersPolicy({ cors: cors({ allowOrigins: [entry] }) }));
  const { trace } = await edge.get("/a", { headers: ORIGIN }, { detail: true });
  expect(trace.notes.filter((one) => one.includes("names no port"))).toHaveLength(count);
});
