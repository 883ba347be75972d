import {
  allViewerExceptHost,
  behavior,
  cachePolicy,
  cachingDisabled,
  forwardedValues,
  type OriginBehavior,
  response,
  testEdge,
} from "../support/edge";

describe("the edge", () => {
  it("answers the first request from the origin and the second from the cache", async () => {
    const site = testEdge();
    expect((await site.get("/a")).xCache).toBe("Miss from cloudfront");
    site.advance(5);
    const second = await site.get("/a");
    expect(second.xCache).toBe("Hit from cloudfront");
    expect(second.header("age")).toBe("5");
    expect(second.body).toBe("ok");
    expect(site.asked).toHaveLength(1);
  });
});

/** An API that tells everyone who they are and forbids to keep it. */
const whoami: OriginBehavior = ({ headers }) => {
  const of = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  return response(200, [["Cache-Control", "private"]], `${of("authorization")}${of("cookie")}`);
};

describe("two users of a personal API", () => {
  it.each([
    [
      "CachingDisabled",
      behavior({ cachePolicy: cachingDisabled, originRequestPolicy: allViewerExceptHost }),
    ],
    [
      "a minimum TTL of 0",
      behavior({ cachePolicy: cachePolicy(), originRequestPolicy: allViewerExceptHost }),
    ],
    [
      "the credentials in the key",
      behavior({
        cachePolicy: cachePolicy({
          minTtl: 60,
          headers: { behavior: "whitelist", items: ["Authorization"] },
          cookies: { behavior: "whitelist", items: ["session"] },
        }),
      }),
    ],
    [
      "legacy settings that forward the credentials",
      behavior({
        forwardedValues: forwardedValues({
          minTtl: 60,
          headers: ["Authorization"],
          cookies: { forward: "whitelist", whitelistedNames: ["session"] },
        }),
      }),
    ],
  ])("never see each other's answers with %s, in 1,000 requests", async (_, defaultBehavior) => {
    const site = testEdge({ defaultBehavior }, whoami);
    const all = Array.from({ length: 250 }, (__, index) =>
      ["alice", "bob"].flatMap((user) => [
        { user, headers: [["Authorization", user]] as const, path: `/me/${index % 7}` },
        { user, headers: [["Cookie", `session=${user}`]] as const, path: `/me/${index % 5}.css` },
      ]),
    ).flat();
    const got = await Promise.all(all.map(({ path, headers }) => site.get(path, { headers })));
    const wrong = got.filter(({ body }, index) => !body.endsWith(all[index]?.user ?? "?"));
    expect(all).toHaveLength(1000);
    expect(wrong).toEqual([]);
  });
});
