import type { OriginChange } from "../../../preview/functions/edge-function";
import { allViewer, askedHeaders, behavior, cachingDisabled, origin } from "../../support/edge";
import { withFunctions } from "../../support/edge-functions";

const origins = [
  origin(),
  origin({ id: "b", domainName: "b.example.com" }),
  origin({ id: "bucket", domainName: "bucket.s3.us-east-1.amazonaws.com", kind: "s3" }),
];

/** An edge whose viewer-request function changes the origin; the viewer's Host is sent on. */
const forwardingHost = (change: OriginChange, answers = {}) =>
  withFunctions(
    {
      "viewer-request": ({ request }) => ({ kind: "request", request, origin: change, logs: [] }),
    },
    "cloudfront-function",
    {
      origins,
      defaultBehavior: behavior({ cachePolicy: cachingDisabled, originRequestPolicy: allViewer }),
    },
    answers,
  );

async function hostsAsked(change: OriginChange, answers = {}) {
  const site = forwardingHost(change, answers);
  await site.get("/a");
  return site.asked.map((_, index) => askedHeaders(site, index).host);
}

describe("the Host for an origin that a function chose", () => {
  it("is the viewer's, where a policy sends it and the function says nothing of a host", async () => {
    const forwarded = ["d111111abcdef8.cloudfront.net"];
    expect(await hostsAsked({ kind: "origin", originId: "b" })).toEqual(forwarded);
    expect(await hostsAsked({ kind: "settings", settings: { originPath: "/v2" } })).toEqual(
      forwarded,
    );
  });

  it("is the function's, instead of the viewer's", async () => {
    expect(
      await hostsAsked({ kind: "settings", settings: { hostHeader: "host.example.com" } }),
    ).toEqual(["host.example.com"]);
    expect(
      await hostsAsked({
        kind: "origin",
        originId: "b",
        settings: { hostHeader: "host.example.com" },
      }),
    ).toEqual(["host.example.com"]);
  });

  it("is each member's own in a group", async () => {
    const change: OriginChange = {
      kind: "group",
      members: [
        { originId: "b", settings: { hostHeader: "one.example.com" } },
        { originId: "app", settings: { hostHeader: "two.example.com" } },
      ],
      statusCodes: [500],
    };
    const failing = { b: () => ({ status: 500, headers: [], body: new Uint8Array() }) };
    expect(await hostsAsked(change, failing)).toEqual(["one.example.com", "two.example.com"]);
  });

  it("is a bucket's domain, whatever host header the function names", async () => {
    const domainName = "other.s3.us-east-1.amazonaws.com";
    expect(
      await hostsAsked({
        kind: "settings",
        settings: { kind: "s3", domainName, hostHeader: "host.example.com" },
      }),
    ).toEqual([domainName]);
    expect(
      await hostsAsked({
        kind: "origin",
        originId: "bucket",
        settings: { hostHeader: "host.example.com" },
      }),
    ).toEqual(["d111111abcdef8.cloudfront.net"]);
  });
});
