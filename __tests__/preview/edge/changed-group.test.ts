import type { OriginChange } from "../../../preview/functions/edge-function";
import { behavior, origin, response } from "../../support/edge";
import { withFunctions } from "../../support/edge-functions";

/** A group of two origins whose primary always fails, with a function that changes the origin. */
function group(change: OriginChange) {
  return withFunctions(
    { "viewer-request": ({ request }) => ({ kind: "request", request, origin: change, logs: [] }) },
    "cloudfront-function",
    {
      defaultBehavior: behavior({ targetOriginId: "group" }),
      origins: [
        origin({ id: "primary", domainName: "primary.example.com" }),
        origin({ id: "secondary", domainName: "secondary.example.com" }),
      ],
      originGroups: [{ id: "group", statusCodes: [500], members: ["primary", "secondary"] }],
    },
    { primary: () => response(500), secondary: () => response(200, [], "second") },
  );
}

/** The requests as they went out: origin, Host and path. */
async function asked(change: OriginChange): Promise<string[]> {
  const site = group(change);
  await site.get("/a");
  return site.asked.map(({ originId, headers, path }) => {
    const host = headers.find(([name]) => name === "Host")?.[1];
    return `${originId}: ${host}${path}`;
  });
}

describe("a function that changes the origin of a behavior with an origin group", () => {
  it("changes the primary origin alone, and keeps the failover to the secondary", async () => {
    const settings = { domainName: "eu.example.com", originPath: "/eu" };
    expect(await asked({ kind: "settings", settings })).toEqual([
      "primary: eu.example.com/eu/a",
      "secondary: secondary.example.com/a",
    ]);
  });

  it("changes the Host of the primary origin alone", async () => {
    expect(await asked({ kind: "settings", settings: { hostHeader: "app.example.com" } })).toEqual([
      "primary: app.example.com/a",
      "secondary: secondary.example.com/a",
    ]);
  });

  it("takes the group away when it selects an origin by its id", async () => {
    expect(await asked({ kind: "origin", originId: "primary" })).toEqual([
      "primary: primary.example.com/a",
    ]);
  });

  it("gives an origin that it selects the Host that it overrides", async () => {
    const settings = { hostHeader: "app.example.com" };
    expect(await asked({ kind: "origin", originId: "secondary", settings })).toEqual([
      "secondary: app.example.com/a",
    ]);
  });

  it("gives each member of a group of its own the Host that it overrides", async () => {
    const members = [
      { originId: "primary" },
      { originId: "secondary", settings: { hostHeader: "app.example.com" } },
    ];
    expect(await asked({ kind: "group", members, statusCodes: [500] })).toEqual([
      "primary: primary.example.com/a",
      "secondary: app.example.com/a",
    ]);
  });
});
