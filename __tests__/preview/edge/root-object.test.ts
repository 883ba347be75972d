import { behavior, origin, response, testEdge } from "../../support/edge";

describe("the default root object", () => {
  it.each([
    ["/", "GET", "/index.html"],
    ["/", "HEAD", "/index.html"],
    ["/", "POST", "/index.html"],
    ["/?a=1", "GET", "/index.html"],
    ["/install/", "GET", "/install/"],
    ["///", "GET", "///"],
    ["/index.html", "GET", "/index.html"],
  ])("turns %s with %s into %s", async (target, method, path) => {
    const site = testEdge({ defaultRootObject: "index.html" });
    await site.get(target, { method });
    expect(site.asked[0]?.path).toBe(path);
  });

  it("may be a path", async () => {
    const site = testEdge({ defaultRootObject: "site/index.html" });
    await site.get("/");
    await site.get("/site/");
    expect(site.asked.map(({ path }) => path)).toEqual(["/site/index.html", "/site/"]);
  });

  it("is not put there when the distribution has none", async () => {
    const site = testEdge();
    await site.get("/");
    expect(site.asked[0]?.path).toBe("/");
  });

  it("with an invalid name answers 400 InvalidDefaultRootObject", async () => {
    const site = testEdge({ defaultRootObject: "in dex.html" });
    const got = await site.get("/");
    expect(got.status).toBe(400);
    expect(got.body).toContain("InvalidDefaultRootObject");
    expect((await site.get("/other")).status).toBe(200);
  });

  it("shares its object with the URL that it stands for", async () => {
    const site = testEdge({ defaultRootObject: "index.html" });
    await site.get("/index.html");
    expect((await site.get("/")).xCache).toBe("Hit from cloudfront");
  });

  it("notes that the folder of a root object in a folder is not served", async () => {
    const site = testEdge({ defaultRootObject: "site/index.html" });
    const folder = await site.get("/site/", {}, { detail: true });
    expect(site.asked[0]?.path).toBe("/site/");
    expect(folder.trace.notes).toEqual([expect.stringContaining("stands for / alone")]);
    for (const path of ["/", "/site", "/site/a", "/other/"]) {
      expect((await site.get(path, {}, { detail: true })).trace.notes).toEqual([]);
    }
  });

  it("notes when the open order of the steps would pick another behavior", async () => {
    const site = testEdge(
      {
        defaultRootObject: "index.html",
        orderedBehaviors: [behavior({ pathPattern: "*.html", targetOriginId: "pages" })],
        origins: [origin(), origin({ id: "pages" })],
      },
      () => response(200),
    );
    const got = await site.get("/", {}, { detail: true });
    expect(got.trace.notes).toEqual([expect.stringContaining('it is "*.html" (not documented)')]);
    expect(site.asked[0]?.originId).toBe("app");
  });
});
