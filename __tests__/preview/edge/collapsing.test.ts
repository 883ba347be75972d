import {
  behavior,
  cachePolicy,
  cachingDisabled,
  type OriginBehavior,
  response,
  testEdge,
} from "../../support/edge";

const slow =
  (headers: readonly (readonly [string, string])[] = []): OriginBehavior =>
  async (_, count) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return response(200, headers, `answer ${count}`);
  };

const cached = (policy: ReturnType<typeof cachePolicy>) => ({
  defaultBehavior: behavior({ cachePolicy: policy }),
});

describe("requests for the same object at the same time", () => {
  it("collapse into one origin request", async () => {
    const site = testEdge({}, slow());
    const all = await Promise.all([site.get("/a"), site.get("/a"), site.get("/a")]);
    expect(all.map(({ body }) => body)).toEqual(["answer 1", "answer 1", "answer 1"]);
    expect(site.asked).toHaveLength(1);
    expect(all[1]?.trace.notes.join()).toContain("request collapsing");
  });

  it.each([
    ["with CachingDisabled", cached(cachingDisabled)],
    [
      "when the cache policy forwards cookies",
      cached(cachePolicy({ cookies: { behavior: "whitelist", items: ["a"] } })),
    ],
  ])("do not collapse %s", async (_, changes) => {
    const site = testEdge(changes, slow());
    await Promise.all([site.get("/a"), site.get("/a")]);
    expect(site.asked).toHaveLength(2);
  });

  it("do not collapse when their keys differ", async () => {
    const site = testEdge({}, slow());
    await Promise.all([site.get("/a"), site.get("/b")]);
    expect(site.asked).toHaveLength(2);
  });

  it.each(["private", "no-store", "no-cache", "max-age=0", "max-age=9, s-maxage=0"])(
    "do not share an answer with %s",
    async (control) => {
      const site = testEdge({}, slow([["Cache-Control", control]]));
      const [first, second] = await Promise.all([site.get("/a"), site.get("/a")]);
      expect([first?.body, second?.body].sort()).toEqual(["answer 1", "answer 2"]);
    },
  );

  it("each ask about an expired object that is old again at once", async () => {
    const known = [
      ["ETag", '"v1"'],
      ["Cache-Control", "max-age=0"],
    ] as const;
    const site = testEdge({}, async (_, count) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return count === 1 ? response(200, known, "v1") : response(304, known);
    });
    await site.get("/a");
    await Promise.all([site.get("/a"), site.get("/a")]);
    expect(site.asked).toHaveLength(3);
  });

  it("share an answer without an age although the default TTL is 0", async () => {
    const site = testEdge(cached(cachePolicy({ defaultTtl: 0 })), slow());
    const [first, second] = await Promise.all([site.get("/a"), site.get("/a")]);
    expect([first?.body, second?.body]).toEqual(["answer 1", "answer 1"]);
  });

  it.each(["private", "max-age=0"])(
    "share an answer with %s when the minimum TTL is above 0, as AWS does",
    async (control) => {
      const site = testEdge(cached(cachePolicy({ minTtl: 1 })), slow([["Cache-Control", control]]));
      const [first, second] = await Promise.all([site.get("/a"), site.get("/a")]);
      expect([first?.body, second?.body]).toEqual(["answer 1", "answer 1"]);
    },
  );

  it("each get the error when the origin fails", async () => {
    const site = testEdge({}, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return response(500, [], "failed");
    });
    const all = await Promise.all([site.get("/a"), site.get("/a")]);
    expect(all.map(({ status }) => status)).toEqual([500, 500]);
    expect(site.asked).toHaveLength(1);
  });

  it("leave nothing behind", async () => {
    const site = testEdge({}, slow([["Cache-Control", "no-store"]]));
    await Promise.all([site.get("/a"), site.get("/a")]);
    expect((await site.get("/a")).body).toBe("answer 3");
  });
});
