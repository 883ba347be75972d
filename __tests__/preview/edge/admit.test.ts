import { behavior, DOMAIN, origin, response, testEdge } from "../../support/edge";

const REFUSED = "Error from cloudfront";

describe("the edge refuses at the door", () => {
  it("a URL that is too long with 414, and closes the connection", async () => {
    const site = testEdge();
    const got = await site.get(`/${"a".repeat(8192)}`);
    expect([got.status, got.xCache, got.header("connection")]).toEqual([414, REFUSED, "close"]);
    expect(site.asked).toEqual([]);
  });

  it("headers that are too long with 494", async () => {
    const got = await testEdge().get("/", { headers: [["X", "v".repeat(33_000)]] });
    expect(got.status).toBe(494);
  });

  it.each([["www.other.example"], ["d999.cloudfront.net"], [""]])(
    'the host "%s" with 403, unknown to the distribution',
    async (host) => {
      const site = testEdge({ aliases: ["www.example.com"] });
      const got = await site.get("/", { headers: [["Host", host]] });
      expect([got.status, got.xCache]).toEqual([403, REFUSED]);
      expect(site.asked).toEqual([]);
    },
  );

  it.each([[DOMAIN], ["www.example.com"], ["localhost:8080"], ["127.0.0.1:1234"]])(
    "no request to %s",
    async (host) => {
      const site = testEdge({ aliases: ["www.example.com"] });
      expect((await site.get("/", { headers: [["Host", host]] })).status).toBe(200);
    },
  );

  it("viewers of a blocked country with 403, and says why", async () => {
    const site = testEdge({ geoRestriction: { type: "blacklist", locations: ["DE"] } });
    const got = await site.get("/", {}, { country: "DE" });
    expect(got.status).toBe(403);
    expect(got.body).toContain("configured to block access from your country");
    expect((await site.get("/", {}, { country: "FR" })).status).toBe(200);
    expect((await site.get("/")).status).toBe(200);
  });

  it("the third distribution in a chain with 403", async () => {
    const via = "1.1 a.cloudfront.net (CloudFront)";
    const site = testEdge();
    expect((await site.get("/", { headers: [["Via", via]] })).status).toBe(200);
    expect((await site.get("/b", { headers: [["Via", `${via}, ${via}`]] })).status).toBe(403);
  });

  it("a method outside the allowed ones with 403, not 405, without asking the origin", async () => {
    const site = testEdge({
      defaultBehavior: behavior({ allowedMethods: ["GET", "HEAD"] }),
    });
    const got = await site.get("/", { method: "POST" });
    expect([got.status, got.xCache, got.header("content-type")]).toEqual([
      403,
      REFUSED,
      "text/html",
    ]);
    expect(got.body).toContain("403 ERROR");
    expect(got.body).toContain("The request could not be satisfied");
    expect(got.body).toContain("not configured to allow the HTTP request method");
    expect(got.body).toContain("supports only cachable requests");
    expect(site.asked).toEqual([]);
  });

  it.each([
    ["GET,HEAD", ["GET", "HEAD"], ["OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"]],
    ["GET,HEAD,OPTIONS", ["GET", "HEAD", "OPTIONS"], ["POST", "PUT", "PATCH", "DELETE"]],
    [
      "all seven",
      ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
      ["TRACE", "PROPFIND"],
    ],
  ])("nothing that %s allows, and all that it does not", async (_, allowedMethods, others) => {
    const site = testEdge({ defaultBehavior: behavior({ allowedMethods }) });
    for (const method of allowedMethods) {
      expect((await site.get("/", { method })).status).toBe(200);
    }
    for (const method of others) expect((await site.get("/", { method })).status).toBe(403);
  });

  it.each([["custom"], ["s3"]] as const)(
    "a GET with a body with 403 for %s origins",
    async (kind) => {
      const site = testEdge({ origins: [origin({ kind })] });
      const got = await site.get("/", { body: Buffer.from("x") });
      expect([got.status, got.xCache]).toEqual([403, REFUSED]);
      expect(site.asked).toEqual([]);
    },
  );

  it("HTTP under https-only with 403", async () => {
    const site = testEdge({ defaultBehavior: behavior({ viewerProtocolPolicy: "https-only" }) });
    expect((await site.get("/", { protocol: "http" })).status).toBe(403);
    expect((await site.get("/")).status).toBe(200);
  });

  it("an unsigned request to a behavior with trusted keys with 403 MissingKey", async () => {
    const site = testEdge({ defaultBehavior: behavior({ trustedKeys: [] }) });
    const got = await site.get("/");
    expect(got.status).toBe(403);
    expect(got.body).toContain("<Code>MissingKey</Code>");
  });

  it("no 403 of its own into the SPA's page: only the country's is replaced", async () => {
    const site = testEdge(
      {
        defaultBehavior: behavior({ allowedMethods: ["GET", "HEAD"] }),
        geoRestriction: { type: "whitelist", locations: ["FR"] },
        customErrorResponses: [
          {
            errorCode: 403,
            responseCode: 200,
            responsePagePath: "/index.html",
            errorCachingMinTtl: 10,
          },
        ],
      },
      () => response(200, [], "page"),
    );
    expect((await site.get("/", { method: "POST" })).status).toBe(403);
    const blocked = await site.get("/", {}, { country: "DE" });
    expect([blocked.status, blocked.body, blocked.xCache]).toEqual([200, "page", REFUSED]);
  });
});

describe("redirect-to-https", () => {
  const redirecting = { defaultBehavior: behavior({ viewerProtocolPolicy: "redirect-to-https" }) };

  it("answers GET with 301, CloudFront's body and its X-Cache", async () => {
    const got = await testEdge(redirecting).get("/a/b?c=1&d", { protocol: "http" });
    expect(got.status).toBe(301);
    expect(got.header("location")).toBe(`https://${DOMAIN}/a/b?c=1&d`);
    expect(got.header("server")).toBe("CloudFront");
    expect(got.header("content-type")).toBe("text/html");
    expect(got.header("content-length")).toBe("167");
    expect(got.body).toHaveLength(167);
    expect(got.xCache).toBe("Redirect from cloudfront");
  });

  it.each([
    ["GET", "1.1", 301],
    ["HEAD", "1.1", 301],
    ["POST", "1.1", 307],
    ["OPTIONS", "1.1", 307],
    ["POST", "1.0", 403],
  ] as const)("answers %s with HTTP/%s with %s", async (method, httpVersion, status) => {
    const site = testEdge(redirecting);
    expect((await site.get("/", { protocol: "http", method, httpVersion })).status).toBe(status);
    expect(site.asked).toEqual([]);
  });

  it("sends HEAD no body", async () => {
    expect((await testEdge(redirecting).get("/", { protocol: "http", method: "HEAD" })).body).toBe(
      "",
    );
  });

  it("keeps the alias, and the raw path", async () => {
    const site = testEdge({ ...redirecting, aliases: ["www.example.com"] });
    const got = await site.get("/a/../b%2fc", {
      protocol: "http",
      headers: [["Host", "www.example.com"]],
    });
    expect(got.header("location")).toBe("https://www.example.com/a/../b%2fc");
  });

  it("names the local HTTPS port when the server knows it", async () => {
    const site = testEdge(redirecting, undefined, { httpsAuthority: () => "localhost:8443" });
    const got = await site.get("/x", { protocol: "http", headers: [["Host", "localhost:8080"]] });
    expect(got.header("location")).toBe("https://localhost:8443/x");
  });

  it("comes before the check of the method", async () => {
    const site = testEdge({
      defaultBehavior: behavior({
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
      }),
    });
    expect((await site.get("/", { protocol: "http", method: "POST" })).status).toBe(307);
  });
});

describe("the choice of a behavior", () => {
  const ordered = {
    orderedBehaviors: [
      behavior({ pathPattern: "/a/b*", targetOriginId: "first" }),
      behavior({ pathPattern: "/a*", targetOriginId: "second" }),
    ],
    origins: ["app", "first", "second"].map((id) =>
      origin({ id, domainName: `${id}.example.com` }),
    ),
  };

  it.each([
    ["/a/b?c=1", "first", "/a/b"],
    ["/a/b/..?c=1", "second", "/a/b/.."],
    ["/a//b", "first", "/a//b"],
    ["/other", "app", "/other"],
    ["/other?x=/a/b", "app", "/other"],
    ["/A/b", "app", "/A/b"],
  ])("%s goes to %s, with the raw path", async (target, originId, path) => {
    const site = testEdge(ordered);
    await site.get(target);
    expect(site.asked[0]).toMatchObject({ originId, path });
  });

  it("refuses to build an edge whose behavior points nowhere", () => {
    expect(() => testEdge({ defaultBehavior: behavior({ targetOriginId: "api" }) })).toThrow(
      /behavior "\*" points at origin "api"/,
    );
  });
});
