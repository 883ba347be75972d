import type { ForwardedValues } from "../../../preview/edge-model";
import { askedHeaders, behavior, forwardedValues, response, testEdge } from "../../support/edge";

const legacy = (changes: Partial<ForwardedValues> = {}, cachedMethods = ["GET", "HEAD"]) => ({
  defaultBehavior: behavior({ forwardedValues: forwardedValues(changes), cachedMethods }),
});

/** The value of a header at the origin when a viewer sends it. */
async function atOrigin(
  name: string,
  method = "GET",
  changes: Partial<ForwardedValues> = {},
  cachedMethods?: string[],
): Promise<string | undefined> {
  const site = testEdge(legacy(changes, cachedMethods));
  await site.get("/a", { method, headers: [[name, "value"]] });
  return askedHeaders(site)[name.toLowerCase()];
}

describe("forwarded_values without a list", () => {
  it.each(
    `X-Custom Origin Cache-Control Pragma Content-MD5 Content-Type Date From If-Match
    If-Modified-Since If-None-Match If-Unmodified-Since Max-Forwards Request-Range
    Warning`.split(/\s+/),
  )("sends %s", async (name) => {
    expect(await atOrigin(name)).toBe("value");
  });

  it.each(
    `Accept Accept-Charset Accept-Language Referer Expect Proxy-Authenticate Proxy-Authorization
    Proxy-Connection TE Trailer Upgrade X-Edge-Location X-Forwarded-Proto X-HTTP-Method-Override
    X-Real-IP Cookie CloudFront-Viewer-Country`.split(/\s+/),
  )("removes %s", async (name) => {
    expect(await atOrigin(name)).toBeUndefined();
  });

  it.each([
    ["GET", ["GET", "HEAD"], undefined],
    ["HEAD", ["GET", "HEAD"], undefined],
    ["OPTIONS", ["GET", "HEAD", "OPTIONS"], undefined],
    ["OPTIONS", ["GET", "HEAD"], "value"],
    ["POST", ["GET", "HEAD"], "value"],
    ["PUT", ["GET", "HEAD"], "value"],
    ["PATCH", ["GET", "HEAD"], "value"],
    ["DELETE", ["GET", "HEAD"], "value"],
  ])(
    "Authorization of %s, with %j cached, reaches the origin as %s",
    async (method, cached, value) => {
      expect(await atOrigin("Authorization", method, {}, cached)).toBe(value);
    },
  );

  it.each([
    ["Host", "app.example.com"],
    ["User-Agent", "Amazon CloudFront"],
    ["Connection", "Keep-Alive"],
  ])("replaces %s by %s", async (name, value) => {
    const site = testEdge(legacy());
    const headers = name === "Host" ? [] : ([[name, "mine"]] as const);
    await site.get("/a", { headers });
    expect(askedHeaders(site)[name.toLowerCase()]).toBe(value);
  });

  it.each([
    ["gzip, deflate", "gzip"],
    ["gzip, br", "br,gzip"],
    ["deflate", undefined],
  ])("normalises Accept-Encoding: %s to %s", async (sent, expected) => {
    const site = testEdge(legacy());
    await site.get("/a", { headers: [["Accept-Encoding", sent]] });
    expect(askedHeaders(site)["accept-encoding"]).toBe(expected);
  });

  it("drops the query string and the cookies", async () => {
    const site = testEdge(legacy());
    await site.get("/a?b=1", { headers: [["Cookie", "c=1"]] });
    expect(site.asked[0]?.query).toBe("");
    expect(askedHeaders(site).cookie).toBeUndefined();
  });
});

describe("forwarded_values with headers", () => {
  it.each([
    "Accept",
    "Accept-Language",
    "Authorization",
    "Host",
    "Referer",
    "User-Agent",
    "Origin",
  ])("sends a listed %s and has it in the key", async (name) => {
    const site = testEdge({ ...legacy({ headers: [name] }), aliases: ["a.example", "b.example"] });
    const value = (text: string) => [[name, name === "Host" ? `${text}.example` : text]] as const;
    await site.get("/a", { headers: value("a") });
    expect(askedHeaders(site)[name.toLowerCase()]).toMatch(/^a/);
    expect((await site.get("/a", { headers: value("b") })).xCache).toBe("Miss from cloudfront");
    expect((await site.get("/a", { headers: value("a") })).xCache).toBe("Hit from cloudfront");
  });

  it("adds CloudFront headers that it lists, whatever the viewer sends", async () => {
    const site = testEdge(
      legacy({ headers: ["CloudFront-Viewer-Country", "CloudFront-Forwarded-Proto"] }),
    );
    await site.get("/a", { headers: [["CloudFront-Viewer-Country", "XX"]] }, { country: "DE" });
    expect(askedHeaders(site)).toMatchObject({
      "cloudfront-viewer-country": "DE",
      "cloudfront-forwarded-proto": "https",
    });
  });

  it('with "*" sends everything and caches nothing', async () => {
    const site = testEdge(legacy({ headers: ["*"] }));
    const headers = [
      ["Accept", "text/html"],
      ["Authorization", "me"],
      ["Referer", "r"],
    ] as const;
    await site.get("/a", { headers });
    expect(askedHeaders(site)).toMatchObject({
      accept: "text/html",
      authorization: "me",
      referer: "r",
      host: "d111111abcdef8.cloudfront.net",
    });
    expect((await site.get("/a", { headers })).xCache).toBe("Miss from cloudfront");
  });
});

describe("forwarded_values with cookies", () => {
  const cookie = [["Cookie", "userid_7=u; b=2; $Path=/; a=1"]] as const;

  it.each([
    ["none", [], undefined],
    ["all", [], "a=1; b=2; userid_7=u"],
    ["whitelist", ["b"], "b=2"],
    ["whitelist", ["userid_*"], "userid_7=u"],
    ["whitelist", ["userid_?", "a"], "a=1; userid_7=u"],
    ["whitelist", ["B"], undefined],
  ] as const)("%s %j sends %s", async (forward, whitelistedNames, expected) => {
    const site = testEdge(legacy({ cookies: { forward, whitelistedNames } }));
    await site.get("/a", { headers: cookie });
    expect(askedHeaders(site).cookie).toBe(expected);
  });

  it("has the forwarded cookies in the key", async () => {
    const site = testEdge(legacy({ cookies: { forward: "whitelist", whitelistedNames: ["a"] } }));
    await site.get("/a", { headers: [["Cookie", "a=1; x=1"]] });
    expect((await site.get("/a", { headers: [["Cookie", "x=2; a=1"]] })).xCache).toBe(
      "Hit from cloudfront",
    );
    expect((await site.get("/a", { headers: [["Cookie", "a=2"]] })).xCache).toBe(
      "Miss from cloudfront",
    );
  });

  it("removes Set-Cookie from responses when none are forwarded", async () => {
    const site = testEdge(legacy(), () => response(200, [["Set-Cookie", "a=1"]]));
    expect((await site.get("/a")).header("set-cookie")).toBeUndefined();
    expect((await site.get("/a", { method: "POST" })).header("set-cookie")).toBeUndefined();
  });

  it("replays Set-Cookie on hits when they are forwarded", async () => {
    const site = testEdge(legacy({ cookies: { forward: "all", whitelistedNames: [] } }), () =>
      response(200, [
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
      ]),
    );
    await site.get("/a");
    const hit = await site.get("/a");
    expect(hit.xCache).toBe("Hit from cloudfront");
    expect(hit.headers.filter(([name]) => name === "Set-Cookie")).toHaveLength(2);
  });

  it('does not replay it with no-cache="Set-Cookie"', async () => {
    const site = testEdge(legacy({ cookies: { forward: "all", whitelistedNames: [] } }), () =>
      response(200, [
        ["Set-Cookie", "a=1"],
        ["Cache-Control", 'no-cache="Set-Cookie"'],
      ]),
    );
    expect((await site.get("/a")).header("set-cookie")).toBe("a=1");
    const hit = await site.get("/a");
    expect([hit.xCache, hit.header("set-cookie")]).toEqual(["Hit from cloudfront", undefined]);
  });
});

describe("forwarded_values with query strings", () => {
  it("sends all and keys the whole string, in order and case", async () => {
    const site = testEdge(legacy({ queryString: true }));
    await site.get("/a?x=1&y=2");
    expect(site.asked[0]?.query).toBe("x=1&y=2");
    expect((await site.get("/a?x=1&y=2")).xCache).toBe("Hit from cloudfront");
    expect((await site.get("/a?y=2&x=1")).xCache).toBe("Miss from cloudfront");
    expect((await site.get("/a?X=1&y=2")).xCache).toBe("Miss from cloudfront");
  });

  it("with cache keys sends all and keys the listed ones only", async () => {
    const site = testEdge(legacy({ queryString: true, queryStringCacheKeys: ["x"] }));
    await site.get("/a?x=1&y=2");
    expect(site.asked[0]?.query).toBe("x=1&y=2");
    expect((await site.get("/a?x=1&y=3")).xCache).toBe("Hit from cloudfront");
    expect((await site.get("/a?x=2&y=2")).xCache).toBe("Miss from cloudfront");
  });

  it("off: drops it and shares one object", async () => {
    const site = testEdge(legacy());
    await site.get("/a?x=1");
    expect(site.asked[0]?.query).toBe("");
    expect((await site.get("/a?x=2")).xCache).toBe("Hit from cloudfront");
  });
});
