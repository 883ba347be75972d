import { edgeMatchers, setupEdgeMatchers } from "../../preview/jest";
import { siteStack } from "./support/site-stack";

setupEdgeMatchers();

const stack = siteStack({ aliases: ["app.example.com"] });

describe("toRoute", () => {
  it("pins behavior, origin, what is sent and what is not", async () => {
    await expect(stack).toRoute(
      "/backend/a?b=c",
      {
        behavior: "/backend/*",
        origin: "backend",
        originPath: "/backend/a?b=c",
        sends: ["Authorization", "X-Origin-Secret"],
        drops: ["X-Nothing"],
        cached: false,
      },
      { method: "POST", headers: { Authorization: "Bearer x" }, body: "{}" },
    );
    await expect(stack).toRoute("/api/open", { origin: "api", originPath: "/prod/api/open" });
    await expect(stack).toRoute("/", { behavior: "*", origin: "site", cached: true });
  });

  it("pins what the edge answers itself", async () => {
    await expect(stack).toRoute(
      "/deep",
      { origin: null, status: 301, location: "https://app.example.com/deep" },
      { protocol: "http", headers: { Host: "app.example.com" } },
    );
    await expect(stack).toRoute("/", { status: 403 }, { headers: { Host: "evil.example" } });
  });

  it("asks for a synthesis where the folder of a stack is missing", async () => {
    const { toRoute } = edgeMatchers();
    await expect(toRoute("cdktf.out/stacks/no-such", "/", {})).rejects.toThrow(
      'nothing at cdktf.out/stacks/no-such; run "npm run synth" first, or name a file',
    );
  });

  it("can be turned round", async () => {
    await expect(stack).not.toRoute("/apis", { behavior: "/api/*" });
  });

  it("says what differs and which way the request takes, without secrets", async () => {
    const { toRoute, close } = edgeMatchers();
    const { pass, message } = await toRoute(
      stack,
      "/backend/a?token=abc",
      { behavior: "/api/*", origin: "api", sends: ["Referer"] },
      { headers: { Authorization: "Bearer abc" } },
    );
    await close();
    expect(pass).toBe(false);
    expect(message().split("\n").slice(0, 7)).toEqual([
      expect.stringMatching(
        /^GET https:\/\/\w+\.cloudfront\.net\/backend\/a\?token=\*\*\* does not take the expected way$/,
      ),
      "",
      '  behavior: expected "/api/*", got "/backend/*"',
      '  origin: expected "api", got "backend"',
      '  sends: expected ["Referer"], got []',
      "",
      "matches /backend/*",
    ]);
    expect(message()).not.toMatch(/abc|top-secret/);
  });
});
