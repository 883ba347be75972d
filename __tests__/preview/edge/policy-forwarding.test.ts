import {
  allViewer,
  allViewerExceptHost,
  askedHeaders,
  cachePolicy,
  cachingDisabled,
  originRequestPolicy,
  testEdge,
} from "../../support/edge";
import { VIEWER, withPolicies } from "../../support/edge-policies";

describe("a cache policy alone", () => {
  it("sends only CloudFront's own headers", async () => {
    const site = testEdge(withPolicies(cachePolicy()));
    await site.get("/a?q=1", { headers: VIEWER });
    expect(Object.keys(askedHeaders(site)).sort()).toEqual([
      "connection",
      "host",
      "user-agent",
      "via",
      "x-amz-cf-id",
      "x-forwarded-for",
    ]);
    expect(askedHeaders(site)).toMatchObject({
      host: "app.example.com",
      "user-agent": "Amazon CloudFront",
    });
    expect(site.asked[0]?.query).toBe("");
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])(
    "sends no Authorization with %s, and notes the open reading",
    async (method) => {
      const site = testEdge(withPolicies(cachePolicy()));
      const got = await site.get("/a", { method, headers: VIEWER }, { detail: true });
      expect(askedHeaders(site).authorization).toBeUndefined();
      expect(got.trace.notes.join()).toContain(`Authorization of a ${method} is dropped`);
    },
  );

  it("sends the body with its length", async () => {
    const site = testEdge(withPolicies(cachingDisabled));
    await site.get("/a", { method: "POST", body: Buffer.from("hello") });
    expect(askedHeaders(site)["content-length"]).toBe("5");
    expect(Buffer.from(site.asked[0]?.body ?? []).toString()).toBe("hello");
  });

  it("sends what is in its key", async () => {
    const site = testEdge(
      withPolicies(
        cachePolicy({
          headers: { behavior: "whitelist", items: ["authorization", "X-Custom"] },
          cookies: { behavior: "whitelist", items: ["a"] },
          queryStrings: { behavior: "allExcept", items: ["utm"] },
        }),
      ),
    );
    await site.get("/a?utm=1&id=2", { headers: VIEWER });
    expect(askedHeaders(site)).toMatchObject({
      authorization: "Bearer me",
      "x-custom": "1",
      cookie: "a=1",
    });
    expect(site.asked[0]?.query).toBe("id=2");
  });
});

describe("a cache policy with an origin request policy", () => {
  it.each([
    ["none", "none", [], []],
    ["none", "whitelist", ["X-Custom", "Referer"], ["referer", "x-custom"]],
    [
      "none",
      "allExcept",
      ["x-custom", "host"],
      ["accept", "authorization", "origin", "referer", "user-agent"],
    ],
    [
      "none",
      "allViewer",
      [],
      ["accept", "authorization", "origin", "referer", "user-agent", "x-custom"],
    ],
    ["whitelist", "none", [], ["origin"]],
    ["whitelist", "whitelist", ["Referer"], ["origin", "referer"]],
    [
      "whitelist",
      "allExcept",
      ["origin", "host", "user-agent", "accept"],
      ["authorization", "origin", "referer", "x-custom"],
    ],
  ] as const)("headers %s × %s %j send %j", async (cache, asked, items, expected) => {
    const site = testEdge(
      withPolicies(
        cachePolicy({ headers: { behavior: cache, items: cache === "none" ? [] : ["Origin"] } }),
        originRequestPolicy({ headers: { behavior: asked, items } }),
      ),
    );
    await site.get("/a", { headers: VIEWER });
    const sent = askedHeaders(site);
    const fromViewer = VIEWER.filter(([name, value]) => sent[name.toLowerCase()] === value);
    expect(fromViewer.map(([name]) => name.toLowerCase()).sort()).toEqual(expected);
  });

  it("keeps what only the origin request policy sends out of the key", async () => {
    const site = testEdge(withPolicies(cachePolicy(), allViewerExceptHost));
    await site.get("/a?q=1", {
      headers: [
        ["X-User", "1"],
        ["Cookie", "s=1"],
      ],
    });
    expect(askedHeaders(site)).toMatchObject({ "x-user": "1", cookie: "s=1" });
    const other = await site.get("/a?q=2", {
      headers: [
        ["X-User", "2"],
        ["Cookie", "s=2"],
      ],
    });
    expect(other.xCache).toBe("Hit from cloudfront");
  });

  it("never sends hop-by-hop headers, nor those that Connection names", async () => {
    const site = testEdge(withPolicies(cachingDisabled, allViewer));
    await site.get("/a", {
      headers: [
        ["Connection", "close, X-Hop"],
        ["X-Hop", "1"],
        ["Keep-Alive", "5"],
        ["TE", "trailers"],
        ["Upgrade", "h2c"],
        ["Proxy-Authorization", "x"],
        ["Transfer-Encoding", "chunked"],
        ["Expect", "100-continue"],
        ["X-Edge-Location", "x"],
      ],
    });
    const sent = askedHeaders(site);
    expect(sent.connection).toBe("Keep-Alive");
    for (const name of [
      "x-hop",
      "keep-alive",
      "te",
      "upgrade",
      "proxy-authorization",
      "transfer-encoding",
      "expect",
      "x-edge-location",
    ]) {
      expect(sent[name]).toBeUndefined();
    }
  });

  it("says which rule dropped what", async () => {
    const site = testEdge(
      withPolicies(
        cachePolicy(),
        originRequestPolicy({ headers: { behavior: "allExcept", items: ["referer"] } }),
      ),
    );
    const { trace } = await site.get("/a?q=1", { headers: VIEWER }, { detail: true });
    const step = trace.steps.find((one) => one.step === "origin-request");
    expect(step).toMatchObject({
      originId: "app",
      request: { method: "GET", url: "https://app.example.com/a" },
      dropped: expect.arrayContaining([
        {
          kind: "header",
          name: "Referer",
          rule: "origin request policy test-request-policy excludes it",
        },
        { kind: "cookie", name: "a", rule: "cache policy: none; origin request policy: none" },
        {
          kind: "query string",
          name: "q",
          rule: "cache policy: none; origin request policy: none",
        },
      ]),
    });
  });
});
