import type { CachePolicy, Origin, OriginRequestPolicy } from "../../../preview/edge-model";
import { managedCachePolicy } from "../../../preview/pipeline/managed-cache-policies";
import { managedOriginRequestPolicy } from "../../../preview/pipeline/managed-origin-request-policies";
import {
  askedHeaders,
  cachingDisabled,
  DOMAIN,
  origin,
  originRequestPolicy,
  testEdge,
} from "../../support/edge";
import { VIEWER, withPolicies } from "../../support/edge-policies";

describe("the managed cache policies", () => {
  it.each([
    ["CachingOptimized", "658327ea-f89d-4fab-a63d-7e88639e58f6", 1, 86_400, 31_536_000],
    [
      "CachingOptimizedForUncompressedObjects",
      "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
      1,
      86_400,
      31_536_000,
    ],
    ["CachingDisabled", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", 0, 0, 0],
    ["Elemental-MediaPackage", "08627262-05a9-4f76-9ded-b50ca2e3a84f", 0, 86_400, 31_536_000],
    ["Amplify", "2e54312d-136d-493c-8eb9-b001f22f67d2", 2, 2, 600],
    ["UseOriginCacheControlHeaders", "83da9c7e-98b4-4e11-a168-04f0df8e2c65", 0, 0, 31_536_000],
    [
      "UseOriginCacheControlHeaders-QueryStrings",
      "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
      0,
      0,
      31_536_000,
    ],
  ])("%s has AWS's times to live", (name, id, minTtl, defaultTtl, maxTtl) => {
    const policy = managedCachePolicy(id);
    expect(policy).toMatchObject({ minTtl, defaultTtl, maxTtl });
    expect(policy?.name).toContain(name);
  });

  it.each([
    ["658327ea-f89d-4fab-a63d-7e88639e58f6", [], undefined, ""],
    ["4135ea2d-6df8-44a3-9df3-4b5a84be39ad", [], undefined, ""],
    ["08627262-05a9-4f76-9ded-b50ca2e3a84f", ["origin"], undefined, "start=1&m=2"],
    ["2e54312d-136d-493c-8eb9-b001f22f67d2", ["authorization"], "a=1; b=2", "start=1&x=3&m=2"],
    ["83da9c7e-98b4-4e11-a168-04f0df8e2c65", ["origin"], "a=1; b=2", ""],
    ["4cc15a8a-d715-48a4-82b8-cc0b614638fe", ["origin"], "a=1; b=2", "start=1&x=3&m=2"],
  ])("%s sends %j, cookies %s and query %s", async (id, headers, cookie, query) => {
    const site = testEdge(withPolicies(managedCachePolicy(id) as CachePolicy));
    await site.get("/a?start=1&x=3&m=2", { headers: VIEWER });
    const sent = askedHeaders(site);
    const fromViewer = VIEWER.filter(
      ([name, value]) => name !== "Cookie" && sent[name.toLowerCase()] === value,
    );
    expect(fromViewer.map(([name]) => name.toLowerCase()).sort()).toEqual(headers);
    expect(sent.cookie).toBe(cookie);
    expect(site.asked[0]?.query).toBe(query);
  });

  it.each([
    ["2e54312d-136d-493c-8eb9-b001f22f67d2"],
    ["83da9c7e-98b4-4e11-a168-04f0df8e2c65"],
    ["4cc15a8a-d715-48a4-82b8-cc0b614638fe"],
  ])("%s sends the viewer's Host to the origin", async (id) => {
    const site = testEdge(withPolicies(managedCachePolicy(id) as CachePolicy));
    await site.get("/a");
    expect(askedHeaders(site).host).toBe(DOMAIN);
  });
});

describe("the managed origin request policies", () => {
  const sentBy = async (id: string) => {
    const site = testEdge(
      withPolicies(cachingDisabled, managedOriginRequestPolicy(id) as OriginRequestPolicy),
    );
    await site.get("/a?q=1", {
      headers: [
        ...VIEWER,
        ["Access-Control-Request-Method", "PUT"],
        ["Access-Control-Request-Headers", "x"],
        ["X-Forwarded-For", "198.51.100.1"],
      ],
    });
    return { headers: askedHeaders(site), query: site.asked[0]?.query };
  };

  it.each([
    ["AllViewer", "216adef6-5c7f-47e4-b989-5492eafa07d3", DOMAIN, "a=1; b=2", "q=1", 0],
    [
      "AllViewerExceptHostHeader",
      "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      "app.example.com",
      "a=1; b=2",
      "q=1",
      19,
    ],
    [
      "AllViewerAndCloudFrontHeaders-2022-06",
      "33f36d7e-f396-46d9-90e0-52428a34d9dc",
      DOMAIN,
      "a=1; b=2",
      "q=1",
      21,
    ],
    [
      "CORS-CustomOrigin",
      "59781a5b-3903-41f3-afcb-af62929ccde1",
      "app.example.com",
      undefined,
      "",
      0,
    ],
    ["CORS-S3Origin", "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", "app.example.com", undefined, "", 0],
    [
      "UserAgentRefererHeaders",
      "acba4595-bd28-49b8-b9fe-13317c0390fa",
      "app.example.com",
      undefined,
      "",
      0,
    ],
    ["HostHeaderOnly", "bf0718e1-ba1e-49d1-88b1-f726733018ae", DOMAIN, undefined, "", 0],
    [
      "Elemental-MediaTailor-PersonalizedManifests",
      "775133bc-15f2-49f9-abea-afb2e0bf67d2",
      "app.example.com",
      undefined,
      "q=1",
      0,
    ],
  ])(
    "%s: Host, cookies, query and CloudFront headers",
    async (_, id, host, cookie, query, added) => {
      const sent = await sentBy(id);
      expect(sent.headers.host).toBe(host);
      expect(sent.headers.cookie).toBe(cookie);
      expect(sent.query).toBe(query);
      expect(
        Object.keys(sent.headers).filter((name) => name.startsWith("cloudfront-")),
      ).toHaveLength(added);
    },
  );

  it.each([
    [
      "AllViewer",
      "216adef6-5c7f-47e4-b989-5492eafa07d3",
      ["accept", "authorization", "origin", "referer", "user-agent", "x-custom"],
    ],
    [
      "AllViewerExceptHostHeader",
      "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      ["accept", "authorization", "origin", "referer", "user-agent", "x-custom"],
    ],
    ["CORS-CustomOrigin", "59781a5b-3903-41f3-afcb-af62929ccde1", ["origin"]],
    ["CORS-S3Origin", "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", ["origin"]],
    ["UserAgentRefererHeaders", "acba4595-bd28-49b8-b9fe-13317c0390fa", ["referer", "user-agent"]],
    ["HostHeaderOnly", "bf0718e1-ba1e-49d1-88b1-f726733018ae", []],
    [
      "Elemental-MediaTailor-PersonalizedManifests",
      "775133bc-15f2-49f9-abea-afb2e0bf67d2",
      ["origin", "user-agent"],
    ],
  ])("%s sends the viewer's %s", async (_, id, expected) => {
    const { headers } = await sentBy(id);
    const same = VIEWER.filter(
      ([name, value]) => name !== "Cookie" && headers[name.toLowerCase()] === value,
    );
    expect(same.map(([name]) => name.toLowerCase()).sort()).toEqual(expected);
  });

  it("CORS-S3Origin sends the headers of a preflight", async () => {
    const { headers } = await sentBy("88a5eaf4-2fd4-4709-b370-b4c650ea3fcf");
    expect(headers).toMatchObject({
      "access-control-request-method": "PUT",
      "access-control-request-headers": "x",
    });
  });
});

describe("the query strings that change S3's response headers", () => {
  const QUERY =
    "a=1&response-content-type=text/x&response-content-disposition=inline&response-content-encoding=gzip&response-expires=0";
  const queryOf = async (policy: OriginRequestPolicy, kind: Origin["kind"]) => {
    const site = testEdge({
      ...withPolicies(cachingDisabled, policy),
      origins: [origin({ kind })],
    });
    const { trace } = await site.get(`/a?${QUERY}`, {}, { detail: true });
    const step = trace.steps.find((one) => one.step === "origin-request");
    const dropped = step?.step === "origin-request" ? step.dropped : [];
    return {
      query: site.asked[0]?.query,
      dropped: dropped.filter((one) => one.kind === "query string"),
    };
  };

  it.each([
    ["AllViewer", "216adef6-5c7f-47e4-b989-5492eafa07d3"],
    ["AllViewerExceptHostHeader", "b689b0a8-53d0-40ab-baf2-68738e2966ac"],
    ["AllViewerAndCloudFrontHeaders", "33f36d7e-f396-46d9-90e0-52428a34d9dc"],
    ["Elemental-MediaTailor-PersonalizedManifests", "775133bc-15f2-49f9-abea-afb2e0bf67d2"],
  ])("are not sent to a bucket by %s, which says so", async (_, id) => {
    const policy = managedOriginRequestPolicy(id) as OriginRequestPolicy;
    const { query, dropped } = await queryOf(policy, "s3");
    expect(query).toBe("a=1&response-expires=0");
    expect(dropped).toContainEqual({
      kind: "query string",
      name: "response-content-type",
      rule: "AWS's own origin request policies do not send it to a bucket",
    });
  });

  it("are sent to a server, and by a policy of one's own", async () => {
    const managed = managedOriginRequestPolicy(
      "216adef6-5c7f-47e4-b989-5492eafa07d3",
    ) as OriginRequestPolicy;
    expect((await queryOf(managed, "custom")).query).toBe(QUERY);
    const own = originRequestPolicy({ queryStrings: { behavior: "all", items: [] } });
    expect((await queryOf(own, "s3")).query).toBe(QUERY);
  });
});
