import type { CustomErrorResponse } from "../../../preview/edge-model";
import { OriginFailure } from "../../../preview/messages";
import { behavior, cachingDisabled, origin, response, testEdge } from "../../support/edge";

const ERROR = "Error from cloudfront";

const spa = (
  errorCode: number,
  changes: Partial<CustomErrorResponse> = {},
): CustomErrorResponse => ({
  errorCode,
  responseCode: 200,
  responsePagePath: "/index.html",
  errorCachingMinTtl: 10,
  ...changes,
});

const site = (customErrorResponses: CustomErrorResponse[], status = 404) =>
  testEdge({ customErrorResponses }, (sent) =>
    sent.path === "/index.html"
      ? response(200, [["Content-Type", "text/html"]], "page")
      : response(status, [], "missing"),
  );

describe("an error of the origin", () => {
  it.each([400, 401, 403, 404, 405, 410, 418, 429, 500, 503])(
    "%s reaches the viewer as Error",
    async (status) => {
      const got = await site([], status).get("/a");
      expect(got).toMatchObject({ status, body: "missing", xCache: ERROR });
    },
  );

  it("404 is kept for ten seconds", async () => {
    const edge = site([]);
    await edge.get("/a");
    edge.advance(9);
    expect(await edge.get("/a")).toMatchObject({ status: 404, xCache: ERROR });
    expect(edge.asked).toHaveLength(1);
    edge.advance(2);
    await edge.get("/a");
    expect(edge.asked).toHaveLength(2);
  });

  it("is not kept by CachingDisabled", async () => {
    const edge = testEdge({ defaultBehavior: behavior({ cachePolicy: cachingDisabled }) }, () =>
      response(404),
    );
    await edge.get("/a");
    await edge.get("/a");
    expect(edge.asked).toHaveLength(2);
  });

  it("to a POST is not kept", async () => {
    const edge = site([]);
    await edge.get("/a", { method: "POST" });
    await edge.get("/a", { method: "POST" });
    expect(edge.asked).toHaveLength(2);
  });

  it("is kept for the configured seconds, without a page", async () => {
    const edge = site([{ errorCode: 404, errorCachingMinTtl: 300 }]);
    expect(await edge.get("/a")).toMatchObject({ status: 404, body: "missing" });
    edge.advance(299);
    await edge.get("/a");
    expect(edge.asked).toHaveLength(1);
  });
});

describe("a custom error response", () => {
  it.each([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504])(
    "replaces %s",
    async (status) => {
      const got = await site([spa(status)], status).get("/deep/link");
      expect(got).toMatchObject({ status: 200, body: "page", xCache: ERROR });
      expect(got.header("content-type")).toBe("text/html");
    },
  );

  it.each([401, 402, 409, 412, 415, 429])("cannot replace %s", async (status) => {
    expect(await site([spa(status)], status).get("/a")).toMatchObject({ status, body: "missing" });
  });

  it.each([
    ["another error code", 404, 404],
    ["503", 503, 503],
    ["200", 200, 200],
  ])("can answer with %s", async (_, responseCode, status) => {
    expect((await site([spa(403, { responseCode })], 403).get("/a")).status).toBe(status);
  });

  it("without a response code keeps the origin's", async () => {
    const entry = { errorCode: 404, responsePagePath: "/index.html", errorCachingMinTtl: 10 };
    expect(await site([entry]).get("/a")).toMatchObject({ status: 404, body: "page" });
  });

  it("with only a TTL leaves the response as it is", async () => {
    expect(await site([{ errorCode: 404, errorCachingMinTtl: 1 }]).get("/a")).toMatchObject({
      body: "missing",
    });
  });

  it("gives the page's own error when the page is missing too", async () => {
    const edge = testEdge({ customErrorResponses: [spa(500)] }, (sent) =>
      sent.path === "/index.html" ? response(404, [], "no page") : response(500, [], "broken"),
    );
    expect(await edge.get("/a")).toMatchObject({ status: 404, body: "no page", xCache: ERROR });
  });

  it("leaves what CloudFront itself refuses, and says that this is a reading", async () => {
    const refused = { detail: true } as const;
    const edge = site([spa(403)]);
    const host = await edge.get("/a", { headers: [["Host", "other.example"]] }, refused);
    expect(host.status).toBe(403);
    expect(host.trace.notes).toEqual([expect.stringContaining("CloudFront itself made this 403")]);
    const other = await site([spa(404)]).get("/a", { body: Buffer.from("x") }, refused);
    expect([other.status, other.trace.notes]).toEqual([403, []]);
  });

  it("belongs to the whole distribution: the API's JSON errors too", async () => {
    const edge = testEdge(
      {
        orderedBehaviors: [
          behavior({ pathPattern: "/api/*", targetOriginId: "api", cachePolicy: cachingDisabled }),
        ],
        origins: [origin(), origin({ id: "api" })],
        customErrorResponses: [spa(404)],
      },
      {
        app: () => response(200, [], "page"),
        api: () => response(404, [], '{"message":"no user"}'),
      },
    );
    expect(await edge.get("/api/users/7")).toMatchObject({ status: 200, body: "page" });
  });

  it("takes the page through the behaviors from the start", async () => {
    const edge = testEdge(
      {
        orderedBehaviors: [behavior({ pathPattern: "*.html", targetOriginId: "pages" })],
        origins: [origin(), origin({ id: "pages" })],
        customErrorResponses: [spa(404)],
      },
      { app: () => response(404), pages: () => response(200, [], "from pages") },
    );
    const got = await edge.get("/a", {}, { detail: true });
    expect(got.body).toBe("from pages");
    expect(got.trace.steps).toContainEqual({
      step: "custom-error-response",
      errorCode: 404,
      pagePath: "/index.html",
      pattern: "*.html",
      status: 200,
    });
    expect(got.trace.originId).toBe("app");
  });

  it("asks for the page with GET, without the viewer's body and conditions", async () => {
    const edge = site([spa(404)]);
    await edge.get("/a", {
      method: "POST",
      body: Buffer.from("x"),
      headers: [["If-None-Match", '"v1"']],
    });
    expect(edge.asked[1]).toMatchObject({ method: "GET", path: "/index.html" });
    expect(edge.asked[1]?.body).toHaveLength(0);
  });

  it("serves page and error from the cache", async () => {
    const edge = site([spa(404)]);
    await edge.get("/a");
    expect(await edge.get("/a")).toMatchObject({ status: 200, body: "page", xCache: ERROR });
    expect(edge.asked).toHaveLength(2);
    edge.advance(11);
    await edge.get("/a");
    expect(edge.asked.map(({ path }) => path)).toEqual(["/a", "/index.html", "/a"]);
  });

  it("answers HEAD without a body", async () => {
    expect(await site([spa(404)]).get("/a", { method: "HEAD" })).toMatchObject({
      status: 200,
      body: "",
    });
  });

  it("replaces what CloudFront says when the origin is gone", async () => {
    const edge = testEdge({ customErrorResponses: [spa(502)] }, (sent) => {
      if (sent.path === "/index.html") return response(200, [], "page");
      throw new OriginFailure("dns", "no such host");
    });
    expect(await edge.get("/a")).toMatchObject({ status: 200, body: "page" });
  });
});

describe("the body of an error", () => {
  it("names the DNS error of a custom origin as AWS does", async () => {
    const edge = testEdge({}, () => {
      throw new OriginFailure("dns", "no such host");
    });
    expect((await edge.get("/a")).body).toContain("NonS3OriginDnsError");
  });

  it("of an origin that does not answer is CloudFront's page", async () => {
    const edge = testEdge({}, () => {
      throw new OriginFailure("refused", "connection refused");
    });
    const got = await edge.get("/a");
    expect([got.status, got.header("content-type"), got.header("server")]).toEqual([
      502,
      "text/html",
      "CloudFront",
    ]);
    expect(got.body).toContain("502 ERROR");
    expect(got.body).toContain(got.trace.requestId);
  });
});
