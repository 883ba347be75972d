import {
  allViewerExceptHost,
  askedHeaders,
  behavior,
  cachingDisabled,
  forwardedValues,
  type OriginBehavior,
  response,
  testEdge,
} from "../../support/edge";

const BODY = "0123456789";

/** An origin that serves one range of an object, if that is still the one asked for. */
const conditional =
  (current: () => string): OriginBehavior =>
  ({ headers }) => {
    const sent = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
    const known = [
      ["ETag", current()],
      ["Cache-Control", "max-age=10"],
    ] as const;
    if (sent["if-none-match"] === current()) return response(304, known);
    const range = /^bytes=(\d+)-(\d+)$/.exec(sent.range ?? "");
    if (range === null || (sent["if-range"] ?? current()) !== current()) {
      return response(200, known, BODY);
    }
    const [first, last] = [Number(range[1]), Number(range[2])];
    const place = ["Content-Range", `bytes ${first}-${last}/10`] as const;
    return response(206, [...known, place], BODY.slice(first, last + 1));
  };

const asked = (ifRange: string) =>
  ({
    headers: [
      ["Range", "bytes=2-4"],
      ["If-Range", ifRange],
    ],
  }) as const;
const legacy = () => behavior({ forwardedValues: forwardedValues() });
const passing = () =>
  behavior({ cachePolicy: cachingDisabled, originRequestPolicy: allViewerExceptHost });

describe("a range with If-Range that is not in the cache", () => {
  it.each([
    ["forwarded_values", legacy],
    ["a policy for all of the viewer's headers", passing],
  ])("is the origin's to decide where If-Range is sent by %s", async (_, make) => {
    const site = testEdge(
      { defaultBehavior: make() },
      conditional(() => '"v1"'),
    );
    expect(await site.get("/a", asked('"v1"'))).toMatchObject({ status: 206, body: "234" });
    expect(askedHeaders(site)).toMatchObject({ range: "bytes=2-4", "if-range": '"v1"' });
    expect(await site.get("/b", asked('"v0"'))).toMatchObject({ status: 200, body: BODY });
  });

  it("is asked of the origin as the whole object where If-Range is not sent", async () => {
    const site = testEdge(
      {},
      conditional(() => '"v1"'),
    );
    expect(await site.get("/a", asked('"v1"'))).toMatchObject({ status: 206, body: "234" });
    expect(askedHeaders(site)).not.toHaveProperty("range");
  });

  it("is kept for those who name the same object only", async () => {
    const site = testEdge(
      { defaultBehavior: legacy() },
      conditional(() => '"v1"'),
    );
    await site.get("/a", asked('"v1"'));
    expect((await site.get("/a", asked('"v1"'))).xCache).toBe("Hit from cloudfront");
    expect(await site.get("/a", asked('"v0"'))).toMatchObject({ status: 200, body: BODY });
  });

  it("becomes the new object when an expired one has changed", async () => {
    let current = '"v1"';
    const site = testEdge(
      { defaultBehavior: legacy() },
      conditional(() => current),
    );
    await site.get("/a", asked('"v1"'));
    site.advance(11);
    expect(await site.get("/a", asked('"v1"'))).toMatchObject({
      status: 206,
      xCache: "RefreshHit from cloudfront",
    });
    current = '"v2"';
    site.advance(11);
    expect(await site.get("/a", asked('"v1"'))).toMatchObject({ status: 200, body: BODY });
  });
});

describe("a Range with another method", () => {
  it.each([
    ["POST", "forwarded_values", legacy, "bytes=0-1"],
    ["HEAD", "forwarded_values", legacy, undefined],
    [
      "POST",
      "no policy that lists it",
      () => behavior({ cachePolicy: cachingDisabled }),
      undefined,
    ],
    ["HEAD", "all headers and nothing cached", passing, "bytes=0-1"],
  ] as const)(
    "%s with %s reaches the origin as its settings say",
    async (method, _, make, sent) => {
      const site = testEdge({ defaultBehavior: make() });
      await site.get("/a", { method, headers: [["Range", "bytes=0-1"]] });
      expect(askedHeaders(site).range).toBe(sent);
    },
  );
});
