import { behavior, forwardedValues, origin, response, testEdge } from "../../support/edge";

describe("the response headers CloudFront writes", () => {
  it("are all there, with the origin's Server and Date", async () => {
    const edge = testEdge({}, () =>
      response(200, [
        ["Server", "nginx"],
        ["Date", "Thu, 01 Jan 2026 00:00:00 GMT"],
      ]),
    );
    const got = await edge.get("/a");
    expect(got.header("server")).toBe("nginx");
    expect(got.header("date")).toBe("Thu, 01 Jan 2026 00:00:00 GMT");
    expect(got.header("via")).toMatch(/^1\.1 [0-9a-f]{32}\.cloudfront\.net \(CloudFront\)$/);
    expect(got.header("x-amz-cf-pop")).toMatch(/^[A-Z]{3}\d+-[A-Z]\d+$/);
    expect(got.header("x-amz-cf-id")).toBe(got.trace.requestId);
    expect(got.header("age")).toBeUndefined();
  });

  it("include Server and Date where the origin sends none", async () => {
    const got = await testEdge().get("/a");
    expect(got.header("server")).toBe("CloudFront");
    expect(got.header("date")).toBe("Thu, 01 Jan 2026 12:00:00 GMT");
  });

  it.each([
    "Trailer",
    "Upgrade",
    "Transfer-Encoding",
    "Keep-Alive",
    "Connection",
    "Proxy-Connection",
  ])("do not include the origin's %s", async (name) => {
    const got = await testEdge({}, () => response(200, [[name, "x"]])).get("/a");
    expect(got.header(name)).toBeUndefined();
  });

  it("replace the origin's Via, X-Cache and Age", async () => {
    const edge = testEdge({}, () =>
      response(200, [
        ["Via", "1.1 varnish"],
        ["X-Cache", "HIT"],
        ["Age", "99"],
      ]),
    );
    const got = await edge.get("/a");
    expect(got.headers.filter(([name]) => /^(via|x-cache)$/i.test(name))).toHaveLength(2);
    expect([got.xCache, got.header("age")]).toEqual(["Miss from cloudfront", undefined]);
  });

  it("leave out S3's request ids for S3 origins only", async () => {
    const ids = [
      ["x-amz-id-2", "a"],
      ["x-amz-request-id", "b"],
    ] as const;
    const bucket = testEdge({ origins: [origin({ kind: "s3" })] }, () => response(200, ids));
    expect((await bucket.get("/a")).header("x-amz-request-id")).toBeUndefined();
    expect((await testEdge({}, () => response(200, ids)).get("/a")).header("x-amz-id-2")).toBe("a");
  });

  it.each([
    ["Accept-Encoding", [], "Accept-Encoding"],
    ["Cookie", [], "Cookie"],
    ["Accept-Language, Accept-Encoding", [], "Accept-Encoding"],
    ["Accept-Language", ["Accept-Language"], "Accept-Language"],
    ["User-Agent", [], undefined],
    ["User-Agent", ["CloudFront-Is-Mobile-Viewer"], "User-Agent"],
  ])("reduce Vary %s with %j forwarded to %s", async (vary, headers, expected) => {
    const edge = testEdge(
      { defaultBehavior: behavior({ forwardedValues: forwardedValues({ headers }) }) },
      () => response(200, [["Vary", vary]]),
    );
    expect((await edge.get("/a")).header("vary")).toBe(expected);
  });

  it("keep Set-Cookie with a cache policy", async () => {
    const edge = testEdge({}, () =>
      response(200, [
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
      ]),
    );
    expect((await edge.get("/a")).headers.filter(([name]) => name === "Set-Cookie")).toHaveLength(
      2,
    );
  });

  it("relay a redirect without following it", async () => {
    const edge = testEdge({}, () => response(302, [["Location", "https://elsewhere.example/"]]));
    expect(await edge.get("/a")).toMatchObject({ status: 302, xCache: "Miss from cloudfront" });
    expect(edge.asked).toHaveLength(1);
  });
});
