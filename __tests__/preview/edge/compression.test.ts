import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { CachePolicy } from "../../../preview/edge-model";
import type { HeaderList } from "../../../preview/messages";
import {
  behavior,
  cachePolicy,
  forwardedValues,
  type OriginBehavior,
  response,
  testEdge,
} from "../../support/edge";

const TEXT = "lorem ipsum ".repeat(200);
const both = cachePolicy({ acceptEncodingGzip: true, acceptEncodingBrotli: true });
const HTML = [["Content-Type", "text/html; charset=utf-8"]] as const;

const site = (answer: OriginBehavior, policy: CachePolicy = both, compress = true) =>
  testEdge({ defaultBehavior: behavior({ cachePolicy: policy, compress }) }, answer);
const text =
  (headers: HeaderList = HTML, status = 200, body = TEXT): OriginBehavior =>
  () =>
    response(status, headers, body);
const accept = (value: string) => ({ headers: [["Accept-Encoding", value]] as const });

describe("the edge compresses", () => {
  it("with Brotli when the viewer takes both", async () => {
    const got = await site(text()).get("/a", accept("gzip, deflate, br"));
    expect(got.header("content-encoding")).toBe("br");
    expect(brotliDecompressSync(Buffer.from(got.body, "latin1")).toString()).toBe(TEXT);
    expect(got.header("content-length")).toBe(String(got.body.length));
    expect(got.header("vary")).toBe("Accept-Encoding");
  });

  it("with gzip when the viewer takes only that", async () => {
    const got = await site(text()).get("/a", accept("gzip"));
    expect(got.header("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(got.body, "latin1")).toString()).toBe(TEXT);
  });

  it("with gzip under legacy settings, which know no Brotli", async () => {
    const edge = testEdge(
      { defaultBehavior: behavior({ forwardedValues: forwardedValues(), compress: true }) },
      text(),
    );
    expect((await edge.get("/a", accept("gzip, br"))).header("content-encoding")).toBe("gzip");
  });

  it.each([200, 403, 404])("a response with %s", async (status) => {
    const got = await site(text(HTML, status)).get("/a", accept("br"));
    expect(got.header("content-encoding")).toBe("br");
  });

  it.each([
    ["1,000 bytes", "x".repeat(1000)],
    ["10,000,000 bytes", "x".repeat(10_000_000)],
  ])("%s", async (_, body) => {
    const got = await site(text(HTML, 200, body)).get("/a", accept("gzip"));
    expect(got.header("content-encoding")).toBe("gzip");
  });
});

describe("the edge does not compress", () => {
  it.each([
    ["when compress is false", site(text(), both, false), "br"],
    [
      "when the cache policy lists Accept-Encoding",
      site(text(), {
        ...both,
        headers: { behavior: "whitelist", items: ["Accept-Encoding"] },
      }),
      "br",
    ],
    [
      "when forwarded_values list Accept-Encoding",
      testEdge(
        {
          defaultBehavior: behavior({
            forwardedValues: forwardedValues({ headers: ["Accept-Encoding"] }),
            compress: true,
          }),
        },
        text(),
      ),
      "gzip",
    ],
    ["when the policy enables no encoding", site(text(), cachePolicy()), "br"],
    [
      "when the policy enables only gzip and the viewer takes br",
      site(text(), cachePolicy({ acceptEncodingGzip: true })),
      "br",
    ],
    ["when the viewer takes neither", site(text()), "deflate"],
    ["what the origin has encoded", site(text([...HTML, ["Content-Encoding", "gzip"]])), "br"],
    ["999 bytes", site(text(HTML, 200, "x".repeat(999))), "br"],
    ["more than 10,000,000 bytes", site(text(HTML, 200, "x".repeat(10_000_001))), "gzip"],
    ["a 500", site(text(HTML, 500)), "br"],
    ["a 201", site(text(HTML, 201)), "br"],
    ["woff2", site(text([["Content-Type", "font/woff2"]])), "br"],
    ["png", site(text([["Content-Type", "image/png"]])), "br"],
    ["a body without a type", site(text([])), "br"],
  ])("%s", async (_, edge, encoding) => {
    const got = await edge.get("/a", accept(encoding));
    expect(["gzip", undefined]).toContain(got.header("content-encoding"));
    expect(got.body.length).toBeGreaterThan(998);
  });

  it("a body without Content-Length", async () => {
    const edge = site(() => ({
      status: 200,
      headers: HTML,
      body: (async function* () {
        yield Buffer.from(TEXT);
      })(),
    }));
    const got = await edge.get("/a", accept("br"));
    expect([got.header("content-encoding"), got.body]).toEqual([undefined, TEXT]);
  });

  it("for HTTP/1.0", async () => {
    const got = await site(text()).get("/a", { httpVersion: "1.0", ...accept("gzip") });
    expect(got.header("content-encoding")).toBeUndefined();
  });
});

describe("a compressed object", () => {
  it.each([
    ['"v1"', 'W/"v1"'],
    ['W/"v1"', 'W/"v1"'],
    ["v1", undefined],
  ])("with the ETag %s has %s", async (etag, expected) => {
    const got = await site(text([...HTML, ["ETag", etag]])).get("/a", accept("br"));
    expect(got.header("etag")).toBe(expected);
  });

  it("is reused for later viewers that accept it", async () => {
    const edge = site(text());
    await edge.get("/a", accept("gzip"));
    const other = await edge.get("/a", accept("gzip, br"));
    expect([other.xCache, other.header("content-encoding")]).toEqual([
      "Hit from cloudfront",
      "gzip",
    ]);
    expect(edge.asked).toHaveLength(1);
  });

  it("is not given to viewers that do not accept it", async () => {
    const edge = site(text());
    await edge.get("/a", accept("br"));
    expect(await edge.get("/a", accept("deflate"))).toMatchObject({
      xCache: "Miss from cloudfront",
      body: TEXT,
    });
    expect((await edge.get("/a", accept("gzip"))).header("content-encoding")).toBe("gzip");
    expect((await edge.get("/a")).body).toBe(TEXT);
  });

  it("stays compressed when the origin says it is unchanged", async () => {
    const edge = site((_, count) =>
      count === 1
        ? response(200, [...HTML, ["ETag", '"v1"'], ["Cache-Control", "max-age=1"]], TEXT)
        : response(304, [
            ["ETag", '"v1"'],
            ["Cache-Control", "max-age=1"],
          ]),
    );
    await edge.get("/a", accept("br"));
    edge.advance(2);
    const got = await edge.get("/a", accept("br"));
    expect([got.xCache, got.header("content-encoding"), got.header("etag")]).toEqual([
      "RefreshHit from cloudfront",
      "br",
      'W/"v1"',
    ]);
  });

  it("says in the trace why it is, or is not", async () => {
    const edge = site(text());
    const yes = await edge.get("/a", accept("br"), { detail: true });
    expect(yes.trace.steps).toContainEqual({
      step: "compression",
      encoding: "br",
      reason: "text/html; charset=utf-8, 2400 bytes",
    });
    const no = await edge.get("/b", {}, { detail: true });
    expect(no.trace.steps).toContainEqual({
      step: "compression",
      reason: "the viewer accepts no enabled encoding",
    });
  });
});
