import { changedTarget } from "../../../preview/edge/changed-target";
import { createContext } from "../../../preview/edge/context";
import type { OriginChange } from "../../../preview/functions/edge-function";
import {
  allViewer,
  askedHeaders,
  behavior,
  cachingDisabled,
  model,
  origin,
  response,
} from "../../support/edge";
import { withFunctions } from "../../support/edge-functions";

type Answers = Parameters<typeof withFunctions>[3];

const origins = [
  origin(),
  origin({ id: "b", domainName: "b.example.com" }),
  origin({ id: "bucket", domainName: "bucket.s3.us-east-1.amazonaws.com", kind: "s3" }),
];

/** An edge whose viewer-request function changes the origin; the viewer's Host is sent on. */
const forwardingHost = (change: OriginChange, answers?: Answers) =>
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

async function hostsAsked(change: OriginChange, answers?: Answers) {
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
    const failing = { b: () => response(500), app: () => response(200) };
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

describe("an origin that a function chose by its id", () => {
  const names = { serverName: "sni.example.com", allowedCertificateNames: ["*.example.com"] };
  const chosen = (originId: string) => {
    const edge = createContext(model({ origins }), {
      fetchFor: () => async () => response(200),
      functionFor: () => undefined,
      now: () => 0,
      random: () => 0,
    });
    const target = { origins: [origin()], group: undefined };
    return changedTarget(edge, target, { kind: "origin", originId, settings: names }).origins[0];
  };

  it("has the TLS names that the function gives it", () => {
    expect(chosen("b")).toMatchObject({ id: "b", ...names });
  });

  it("keeps its own names when it is a bucket", () => {
    expect(chosen("bucket")).toEqual(origins[2]);
  });
});
