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

  it("do not share an answer that may not be kept", async () => {
    const site = testEdge({}, slow([["Cache-Control", "private"]]));
    const [first, second] = await Promise.all([site.get("/a"), site.get("/a")]);
    expect([first?.body, second?.body].sort()).toEqual(["answer 1", "answer 2"]);
  });

  it("share a private answer when the minimum TTL is above 0, as AWS does", async () => {
    const site = testEdge(cached(cachePolicy({ minTtl: 1 })), slow([["Cache-Control", "private"]]));
    const [first, second] = await Promise.all([site.get("/a"), site.get("/a")]);
    expect([first?.body, second?.body]).toEqual(["answer 1", "answer 1"]);
  });

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
