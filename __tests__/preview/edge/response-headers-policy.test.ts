import type { HeaderList } from "../../../preview/messages";
import { behavior, cachePolicy, response, testEdge } from "../../support/edge";
import { answer, withFunctions } from "../../support/edge-functions";
import { policedEdge, responseHeadersPolicy } from "../../support/edge-policies";

describe("a response headers policy", () => {
  it.each([
    [true, "origin", "policy"],
    [false, "origin", "origin"],
    [true, undefined, "policy"],
    [false, undefined, "policy"],
  ])("with override %s and the origin's %s gives %s", async (override, fromOrigin, expected) => {
    const headers: HeaderList =
      fromOrigin === undefined
        ? []
        : [
            ["x-custom", fromOrigin],
            ["X-Frame-Options", fromOrigin],
          ];
    const edge = policedEdge(
      responseHeadersPolicy({
        customHeaders: [{ name: "X-Custom", value: "policy", override }],
        securityHeaders: [{ name: "X-Frame-Options", value: "policy", override }],
      }),
      headers,
    );
    const got = await edge.get("/a");
    expect([got.header("x-custom"), got.header("x-frame-options")]).toEqual([expected, expected]);
    expect((await edge.get("/a")).header("x-custom")).toBe(expected);
  });

  it("removes first and then adds", async () => {
    const edge = policedEdge(
      responseHeadersPolicy({
        removeHeaders: ["X-Powered-By", "x-both"],
        customHeaders: [{ name: "X-Both", value: "policy", override: false }],
      }),
      [
        ["X-Powered-By", "PHP"],
        ["X-Both", "origin"],
      ],
    );
    const got = await edge.get("/a");
    expect([got.header("x-powered-by"), got.header("x-both")]).toEqual([undefined, "policy"]);
  });

  it("cannot remove Server and Date for good", async () => {
    const got = await policedEdge(responseHeadersPolicy({ removeHeaders: ["Server", "Date"] }), [
      ["Server", "nginx"],
      ["Date", "x"],
    ]).get("/a");
    expect([got.header("server"), got.header("date")]).toEqual([
      "CloudFront",
      "Thu, 01 Jan 2026 12:00:00 GMT",
    ]);
  });

  it.each([
    "Content-Length",
    "Content-Encoding",
    "Via",
    "X-Cache",
    "X-Amz-Cf-Id",
    "X-Edge-Location",
    "X-Amzn-RequestId",
    "X-Accel-Redirect",
  ])("cannot remove %s", async (name) => {
    const got = await policedEdge(responseHeadersPolicy({ removeHeaders: [name] }), [
      ["Content-Encoding", "gzip"],
      ["X-Edge-Location", "x"],
      ["X-Amzn-RequestId", "x"],
      ["X-Accel-Redirect", "x"],
    ]).get("/a");
    expect(got.header(name)).toBeDefined();
  });

  it.each(["X-Amzn-Trace-Id", "x-amzn-remapped-date", "X-Amz-Apigw-Id"])(
    "removes API Gateway's %s",
    async (name) => {
      const got = await policedEdge(responseHeadersPolicy({ removeHeaders: [name] }), [
        [name, "x"],
      ]).get("/a");
      expect(got.header(name)).toBeUndefined();
    },
  );

  it("may be empty of a value", async () => {
    const got = await policedEdge(
      responseHeadersPolicy({ customHeaders: [{ name: "X-Empty", value: "", override: false }] }),
    ).get("/a");
    expect(got.header("x-empty")).toBe("");
  });

  it("adds Server-Timing by its sampling rate", async () => {
    const always = policedEdge(responseHeadersPolicy({ serverTimingSamplingRate: 100 }));
    expect((await always.get("/a")).header("server-timing")).toMatch(
      /,cdn-cache-miss,cdn-pop;desc="/,
    );
    expect((await always.get("/a")).header("server-timing")).toMatch(/^cdn-cache-hit,/);
    const never = policedEdge(responseHeadersPolicy({ serverTimingSamplingRate: 0 }));
    expect((await never.get("/a")).header("server-timing")).toBeUndefined();
    const asked = await never.get("/b", { headers: [["Pragma", "server-timing"]] });
    expect(asked.header("server-timing")).toBeDefined();
  });

  it("joins the origin's Server-Timing on a miss and drops it on a hit", async () => {
    const edge = policedEdge(responseHeadersPolicy({ serverTimingSamplingRate: 100 }), [
      ["Server-Timing", "db;dur=5"],
    ]);
    const miss = await edge.get("/a");
    expect(miss.header("server-timing")).toMatch(/cdn-cache-miss,.*,db;dur=5$/);
    expect(miss.headers.filter(([name]) => name === "Server-Timing")).toHaveLength(1);
    expect((await edge.get("/a")).header("server-timing")).not.toContain("db;dur");
  });

  it("calls an error from the cache a hit in Server-Timing", async () => {
    const edge = testEdge(
      {
        defaultBehavior: behavior({
          responseHeadersPolicy: responseHeadersPolicy({ serverTimingSamplingRate: 100 }),
        }),
      },
      () => response(404, [["Server-Timing", "db;dur=5"]]),
    );
    expect((await edge.get("/a")).header("server-timing")).toContain("cdn-cache-miss");
    const again = (await edge.get("/a")).header("server-timing");
    expect(again).toMatch(/^cdn-cache-hit,/);
    expect(again).not.toContain("db;dur");
  });

  it("speaks of neither cache nor origin in the Server-Timing of a function's response", async () => {
    const edge = withFunctions({ "viewer-request": answer(200) }, "cloudfront-function", {
      defaultBehavior: behavior({
        responseHeadersPolicy: responseHeadersPolicy({ serverTimingSamplingRate: 100 }),
      }),
    });
    expect((await edge.get("/a")).header("server-timing")).toMatch(/^cdn-pop;desc="/);
  });

  it("keeps the origin's Server-Timing out when it removes it", async () => {
    const edge = policedEdge(
      responseHeadersPolicy({ serverTimingSamplingRate: 100, removeHeaders: ["Server-Timing"] }),
      [["Server-Timing", "db;dur=5"]],
    );
    expect((await edge.get("/a")).header("server-timing")).not.toContain("db;dur");
  });

  it("says in the trace what it added and removed", async () => {
    const edge = policedEdge(
      responseHeadersPolicy({
        removeHeaders: ["X-P"],
        customHeaders: [{ name: "X-C", value: "1", override: true }],
      }),
      [["X-P", "x"]],
    );
    const { trace } = await edge.get("/a", {}, { detail: true });
    expect(trace.steps).toContainEqual({
      step: "response-headers-policy",
      policy: "test-policy",
      added: [["X-C", "1"]],
      removed: ["X-P"],
    });
  });
});

it("a policy applies to errors and function-free hits alike", async () => {
  const edge = testEdge(
    {
      defaultBehavior: behavior({
        cachePolicy: cachePolicy(),
        responseHeadersPolicy: responseHeadersPolicy({
          customHeaders: [{ name: "X-C", value: "1", override: true }],
        }),
      }),
    },
    () => response(404),
  );
  expect((await edge.get("/a")).header("x-c")).toBe("1");
  expect((await edge.get("/a")).header("x-c")).toBe("1");
});
