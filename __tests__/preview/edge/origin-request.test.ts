import type { Origin } from "../../../preview/edge-model";
import {
  askedHeaders,
  behavior,
  cachePolicy,
  cachingDisabled,
  origin,
  originRequestPolicy,
  testEdge,
} from "../../support/edge";

const withOrigin = (changes: Partial<Origin>) => ({ origins: [origin(changes)] });

describe("the request to the origin", () => {
  it.each([
    ["/prod", "/api/users", "/prod/api/users"],
    ["", "/api/users", "/api/users"],
    ["/a/b", "/%7Ex//y/../z", "/a/b/%7Ex//y/../z"],
  ])("has origin_path %s before the raw path %s", async (originPath, path, expected) => {
    const site = testEdge(withOrigin({ originPath }));
    await site.get(path);
    expect(site.asked[0]?.path).toBe(expected);
  });

  it("keeps the path pattern's prefix", async () => {
    const site = testEdge({
      ...withOrigin({ originPath: "/prod" }),
      orderedBehaviors: [behavior({ pathPattern: "/api/*" })],
    });
    await site.get("/api/users");
    expect(site.asked[0]?.path).toBe("/prod/api/users");
  });

  it.each([
    ["http-only", "https", "http"],
    ["https-only", "http", "https"],
    ["match-viewer", "http", "http"],
    ["match-viewer", "https", "https"],
  ] as const)("%s turns %s into %s", async (protocolPolicy, protocol, expected) => {
    const site = testEdge(withOrigin({ protocolPolicy }));
    await site.get("/", { protocol });
    expect(site.asked[0]).toMatchObject({ protocol: expected, httpVersion: "1.1" });
  });

  it("has CloudFront's own headers", async () => {
    const site = testEdge();
    await site.get("/", { httpVersion: "2.0", headers: [["X-Forwarded-For", "198.51.100.1"]] });
    const sent = askedHeaders(site);
    expect(sent["x-forwarded-for"]).toBe("198.51.100.1,203.0.113.7");
    expect(sent.via).toMatch(/^2\.0 [0-9a-f]{32}\.cloudfront\.net \(CloudFront\)$/);
    expect(sent["x-amz-cf-id"]).toMatch(/^[\w-]{54}==$/);
    expect(sent.connection).toBe("Keep-Alive");
  });

  it("names the viewer alone when nobody forwarded before", async () => {
    const site = testEdge();
    await site.get("/");
    expect(askedHeaders(site)["x-forwarded-for"]).toBe("203.0.113.7");
  });

  it("has the custom headers instead of the viewer's of the same name", async () => {
    const site = testEdge({
      ...withOrigin({
        customHeaders: [
          ["X-Secret", "origin"],
          ["User-Agent", "edge"],
        ],
      }),
      defaultBehavior: behavior({
        originRequestPolicy: originRequestPolicy({ headers: { behavior: "allViewer", items: [] } }),
      }),
    });
    await site.get("/", {
      headers: [
        ["x-secret", "viewer"],
        ["User-Agent", "curl"],
      ],
    });
    expect(askedHeaders(site)).toMatchObject({ "x-secret": "origin", "user-agent": "edge" });
    expect(site.asked[0]?.headers.filter(([name]) => /x-secret/i.test(name))).toHaveLength(1);
  });

  it.each([
    ["always", undefined],
    ["no-override", "Bearer me"],
    ["never", "Bearer me"],
  ] as const)(
    "with a signing origin access control (%s) has Authorization %s",
    async (signingBehavior, expected) => {
      const site = testEdge({
        ...withOrigin({ originAccessControl: { id: "E1", originType: "s3", signingBehavior } }),
        defaultBehavior: behavior({
          cachePolicy: cachePolicy({
            headers: { behavior: "whitelist", items: ["Authorization"] },
          }),
        }),
      });
      await site.get("/", { headers: [["Authorization", "Bearer me"]] });
      expect(askedHeaders(site).authorization).toBe(expected);
    },
  );
});

describe("Accept-Encoding at the origin", () => {
  const both = cachePolicy({ acceptEncodingGzip: true, acceptEncodingBrotli: true });

  it.each([
    ["both flags, both accepted", both, "gzip, br", "br,gzip"],
    ["both flags, gzip accepted", both, "gzip", "gzip"],
    ["both flags, nothing enabled accepted", both, "deflate", "identity"],
    ["both flags, no header", both, undefined, undefined],
    ["no flag", cachePolicy(), "gzip", undefined],
    [
      "no flag, listed",
      cachePolicy({ headers: { behavior: "whitelist", items: ["Accept-Encoding"] } }),
      "gzip, deflate",
      "gzip, deflate",
    ],
  ])("with %s", async (_, policy, header, expected) => {
    const site = testEdge({ defaultBehavior: behavior({ cachePolicy: policy }) });
    await site.get("/", { headers: header === undefined ? [] : [["Accept-Encoding", header]] });
    expect(askedHeaders(site)["accept-encoding"]).toBe(expected);
  });

  it("passes as it is when an origin request policy sends all viewer headers", async () => {
    const site = testEdge({
      defaultBehavior: behavior({
        cachePolicy: cachingDisabled,
        originRequestPolicy: originRequestPolicy({ headers: { behavior: "allViewer", items: [] } }),
      }),
    });
    await site.get("/", { headers: [["Accept-Encoding", "zstd, gzip"]] });
    expect(askedHeaders(site)["accept-encoding"]).toBe("zstd, gzip");
  });
});

describe("the CloudFront headers", () => {
  const sentFor = async (
    items: readonly string[],
    headers: readonly (readonly [string, string])[],
    more = {},
  ) => {
    const site = testEdge({
      defaultBehavior: behavior({
        originRequestPolicy: originRequestPolicy({ headers: { behavior: "whitelist", items } }),
      }),
    });
    await site.get("/", { headers, ...more });
    return askedHeaders(site);
  };
  const DEVICES = [
    "CloudFront-Is-Desktop-Viewer",
    "CloudFront-Is-Mobile-Viewer",
    "CloudFront-Is-Tablet-Viewer",
    "CloudFront-Is-SmartTV-Viewer",
  ];

  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64) Chrome/120", "Desktop"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148", "Mobile"],
    ["Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile Safari/537.36", "Mobile"],
    ["Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)", "Tablet"],
    ["Mozilla/5.0 (Linux; Android 14; SM-X710) Safari/537.36", "Tablet"],
    ["Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0)", "SmartTV"],
  ])("say that %s is a %s viewer", async (agent, device) => {
    const sent = await sentFor(DEVICES, [["User-Agent", agent]]);
    const yes = DEVICES.filter((name) => sent[name.toLowerCase()] === "true");
    expect(yes).toEqual([`CloudFront-Is-${device}-Viewer`]);
  });

  it("overwrite what the viewer sends", async () => {
    const sent = await sentFor(
      ["CloudFront-Viewer-Country"],
      [["CloudFront-Viewer-Country", "XX"]],
    );
    expect(sent["cloudfront-viewer-country"]).toBe("US");
  });

  it("say nothing of a city in another country", async () => {
    const names = ["CloudFront-Viewer-Country-Name", "CloudFront-Viewer-City"];
    const site = testEdge({
      defaultBehavior: behavior({
        originRequestPolicy: originRequestPolicy({
          headers: { behavior: "whitelist", items: names },
        }),
      }),
    });
    await site.get("/a", {}, { country: "de" });
    await site.get("/b");
    expect(askedHeaders(site)).toMatchObject({ "cloudfront-viewer-country-name": "Germany" });
    expect(askedHeaders(site)).not.toHaveProperty("cloudfront-viewer-city");
    expect(askedHeaders(site, 1)).toMatchObject({
      "cloudfront-viewer-country-name": "United States",
      "cloudfront-viewer-city": "Seattle",
    });
  });

  it("tell the viewer's headers in their order", async () => {
    const sent = await sentFor(
      ["CloudFront-Viewer-Header-Order", "CloudFront-Viewer-Header-Count"],
      [
        ["User-Agent", "curl"],
        ["accept", "*/*"],
      ],
    );
    expect(sent["cloudfront-viewer-header-order"]).toBe("Host:User-Agent:accept");
    expect(sent["cloudfront-viewer-header-count"]).toBe("3");
  });

  it("are not there unless a policy lists them", async () => {
    const sent = await sentFor([], [["CloudFront-Viewer-Country", "XX"]]);
    expect(sent["cloudfront-viewer-country"]).toBeUndefined();
  });

  it("tell the viewer's protocol, version and address", async () => {
    const names = [
      "CloudFront-Forwarded-Proto",
      "CloudFront-Viewer-Http-Version",
      "CloudFront-Viewer-Address",
      "CloudFront-Viewer-TLS",
    ];
    expect(await sentFor(names, [], { httpVersion: "2.0" })).toMatchObject({
      "cloudfront-forwarded-proto": "https",
      "cloudfront-viewer-http-version": "2.0",
      "cloudfront-viewer-address": expect.stringMatching(/^203\.0\.113\.7:\d+$/),
      "cloudfront-viewer-tls": expect.stringContaining("TLSv1.3"),
    });
    const plain = await sentFor(names, [], { protocol: "http" });
    expect(plain["cloudfront-forwarded-proto"]).toBe("http");
    expect(plain["cloudfront-viewer-tls"]).toBeUndefined();
  });
});
