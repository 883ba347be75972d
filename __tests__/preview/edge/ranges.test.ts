import {
  askedHeaders,
  behavior,
  cachingDisabled,
  type OriginBehavior,
  response,
  testEdge,
} from "../../support/edge";

const BODY = "0123456789";

const whole: OriginBehavior = () =>
  response(
    200,
    [
      ["Content-Type", "text/plain"],
      ["ETag", '"v1"'],
      ["Accept-Ranges", "bytes"],
    ],
    BODY,
  );

/** An origin that serves one range. */
const partial: OriginBehavior = (sent) => {
  const range = sent.headers.find(([name]) => name.toLowerCase() === "range")?.[1];
  const match = /^bytes=(\d+)-(\d+)$/.exec(range ?? "");
  if (match === null) return whole(sent, 1);
  const [first, last] = [Number(match[1]), Number(match[2])];
  return response(
    206,
    [["Content-Range", `bytes ${first}-${last}/10`]],
    BODY.slice(first, last + 1),
  );
};

const range = (value: string) => ({ headers: [["Range", value]] as const });

describe("a range of an object in the cache", () => {
  it.each([
    ["bytes=2-4", 206, "234", "bytes 2-4/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=0-99", 206, BODY, "bytes 0-9/10"],
    ["bytes=10-", 416, "", "bytes */10"],
    ["bytes=5-2", 200, BODY, undefined],
    ["bytes=6-8,1-2", 200, BODY, undefined],
    ["bytes=1-4,3-6", 200, BODY, undefined],
    ["lines=1-2", 200, BODY, undefined],
  ])("%s is answered with %s", async (value, status, body, contentRange) => {
    const site = testEdge({}, whole);
    await site.get("/a");
    const got = await site.get("/a", range(value));
    expect([got.status, got.body, got.header("content-range")]).toEqual([
      status,
      body,
      contentRange,
    ]);
    expect(got.xCache).toBe(status === 416 ? "Error from cloudfront" : "Hit from cloudfront");
    expect(site.asked).toHaveLength(1);
  });

  it("in several parts is answered with multipart/byteranges", async () => {
    const site = testEdge({}, whole);
    await site.get("/a");
    const got = await site.get("/a", range("bytes=0-1,8-9"));
    expect(got.status).toBe(206);
    expect(got.header("content-type")).toMatch(/^multipart\/byteranges; boundary=/);
    expect(got.body).toContain("Content-Range: bytes 0-1/10\r\n\r\n01\r\n");
    expect(got.body).toContain("Content-Range: bytes 8-9/10\r\n\r\n89\r\n");
    expect(Number(got.header("content-length"))).toBe(got.body.length);
  });

  it.each([
    ['"v1"', 206],
    ['"v0"', 200],
  ])("with If-Range %s is answered with %s", async (etag, status) => {
    const site = testEdge({}, whole);
    await site.get("/a");
    expect(
      (
        await site.get("/a", {
          headers: [
            ["Range", "bytes=0-1"],
            ["If-Range", etag],
          ],
        })
      ).status,
    ).toBe(status);
  });

  it("is ignored for HEAD", async () => {
    const site = testEdge({}, whole);
    await site.get("/a");
    expect((await site.get("/a", { method: "HEAD", ...range("bytes=0-1") })).status).toBe(200);
  });
});

describe("a range that is not in the cache", () => {
  it("is asked of the origin, whatever the policies list, and kept", async () => {
    const site = testEdge({}, partial);
    const first = await site.get("/a", range("bytes=2-4"));
    expect(askedHeaders(site).range).toBe("bytes=2-4");
    expect([first.status, first.body, first.header("content-range")]).toEqual([
      206,
      "234",
      "bytes 2-4/10",
    ]);
    const second = await site.get("/a", range("bytes=2-4"));
    expect([second.status, second.body, second.xCache]).toEqual([
      206,
      "234",
      "Hit from cloudfront",
    ]);
  });

  it.each([
    ["bytes=3-4", "34", "bytes 3-4/10"],
    ["bytes=2-7", "234567", "bytes 2-7/10"],
  ])("serves %s out of a longer one that was kept", async (value, body, contentRange) => {
    const site = testEdge({}, partial);
    await site.get("/a", range("bytes=2-7"));
    const got = await site.get("/a", range(value));
    expect([got.status, got.body, got.header("content-range")]).toEqual([206, body, contentRange]);
    expect(got.header("content-length")).toBe(String(body.length));
    expect(got.xCache).toBe("Hit from cloudfront");
  });

  it("is asked of the origin when a kept one has only some of it, or is old", async () => {
    const site = testEdge({}, partial);
    await site.get("/a", range("bytes=2-7"));
    expect(await site.get("/a", range("bytes=7-8"))).toMatchObject({ status: 206, body: "78" });
    site.advance(86_401);
    expect((await site.get("/a", range("bytes=3-4"))).xCache).toBe("Miss from cloudfront");
    expect(site.asked).toHaveLength(3);
  });

  it("does not stand for the whole object", async () => {
    const site = testEdge({}, partial);
    await site.get("/a", range("bytes=2-4"));
    expect(await site.get("/a")).toMatchObject({ status: 200, body: BODY });
    expect((await site.get("/a", range("bytes=0-1"))).xCache).toBe("Hit from cloudfront");
  });

  it("becomes the whole object when the origin knows no ranges, and a range the next time", async () => {
    const site = testEdge({}, whole);
    expect(await site.get("/a", range("bytes=2-4"))).toMatchObject({ status: 200, body: BODY });
    expect(await site.get("/a", range("bytes=2-4"))).toMatchObject({ status: 206, body: "234" });
    expect(site.asked).toHaveLength(1);
  });

  it("and is invalid is not passed on", async () => {
    const site = testEdge({}, partial);
    expect((await site.get("/a", range("bytes=6-8,1-2"))).status).toBe(200);
    expect(askedHeaders(site).range).toBeUndefined();
  });

  it("passes through when nothing is cached", async () => {
    const site = testEdge({ defaultBehavior: behavior({ cachePolicy: cachingDisabled }) }, partial);
    expect((await site.get("/a", range("bytes=0-3"))).status).toBe(206);
    expect((await site.get("/a", range("bytes=0-3"))).xCache).toBe("Miss from cloudfront");
  });

  it("and cannot be satisfied gives the origin's 416, which is never kept", async () => {
    const site = testEdge({}, () =>
      response(416, [
        ["Content-Range", "bytes */10"],
        ["Cache-Control", "max-age=60"],
      ]),
    );
    await site.get("/a", range("bytes=20-30"));
    expect(await site.get("/a", range("bytes=20-30"))).toMatchObject({
      status: 416,
      xCache: "Error from cloudfront",
    });
    expect(site.asked).toHaveLength(2);
  });
});
