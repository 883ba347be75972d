import { behavior, type Client, createClient, distributionConfig, refusal } from "./client";
import { element, text } from "./xml";

describe("distributions", () => {
  let client: Client;
  beforeEach(() => {
    client = createClient();
  });
  const create = (changes = {}) =>
    client("POST", "/distribution", { body: distributionConfig(changes) });

  it("are deployed at once, with an id, an ARN and a domain", () => {
    const { status, content } = create();
    const id = text(content, "Id");
    expect(status).toBe(201);
    expect(content).toMatchObject({
      ARN: `arn:aws:cloudfront::123456789012:distribution/${id}`,
      Status: "Deployed",
      DomainName: `d${id.toLowerCase()}.cloudfront.net`,
    });
  });

  it("come back with the elements that were left out", () => {
    const config = element(create().content.DistributionConfig);
    expect(config).toMatchObject({ HttpVersion: "http2", Aliases: { Quantity: "0" } });
    expect(config.ViewerCertificate).toMatchObject({ MinimumProtocolVersion: "TLSv1" });
    expect(config.Origins).toMatchObject({
      Items: {
        Origin: { OriginAccessControlId: "", CustomOriginConfig: { OriginReadTimeout: "30" } },
      },
    });
  });

  it("keep the tags they were created with, until they are taken away", () => {
    const { content } = client("POST", "/distribution?WithTags", {
      body: {
        DistributionConfig: distributionConfig(),
        Tags: {
          Items: {
            Tag: [
              { Key: "a", Value: "1" },
              { Key: "b", Value: "2" },
            ],
          },
        },
      },
    });
    const resource = `/tagging?Resource=${encodeURIComponent(text(content, "ARN"))}`;
    client("POST", `${resource}&Operation=Untag`, { body: { Items: { Key: "a" } } });
    client("POST", `${resource}&Operation=Tag`, {
      body: { Items: { Tag: { Key: "c", Value: "3" } } },
    });
    expect(client("GET", resource).content).toEqual({
      Items: {
        Tag: [
          { Key: "b", Value: "2" },
          { Key: "c", Value: "3" },
        ],
      },
    });
  });

  it("are changed only by somebody who knows the current version", () => {
    const { content, etag } = create();
    const path = `/distribution/${text(content, "Id")}/config`;
    const body = distributionConfig({ Comment: "changed" });
    expect(refusal(client("PUT", path, { body }))).toBe("400 InvalidIfMatchVersion");
    expect(refusal(client("PUT", path, { body, ifMatch: "EOLD" }))).toBe("412 PreconditionFailed");
    expect(client("PUT", path, { body, ifMatch: etag }).status).toBe(200);
    expect(refusal(client("PUT", path, { body, ifMatch: etag }))).toBe("412 PreconditionFailed");
    expect(client("GET", path).content.Comment).toBe("changed");
  });

  it("are deleted only when they are disabled", () => {
    const { content, etag } = create();
    const path = `/distribution/${text(content, "Id")}`;
    expect(refusal(client("DELETE", path, { ifMatch: etag }))).toBe("409 DistributionNotDisabled");
    const disabled = client("PUT", `${path}/config`, {
      body: distributionConfig({ Enabled: "false" }),
      ifMatch: etag,
    });
    expect(client("DELETE", path, { ifMatch: disabled.etag }).status).toBe(204);
    expect(refusal(client("GET", path))).toBe("404 NoSuchDistribution");
  });

  it("are not created twice with one caller reference", () => {
    create();
    expect(refusal(create())).toBe("409 DistributionAlreadyExists");
  });

  const behaviors = (...each: readonly object[]) => ({
    CacheBehaviors: {
      Quantity: String(each.length),
      Items: { CacheBehavior: each.map((changes) => behavior({ ...changes })) },
    },
  });
  const aliases = { Aliases: { Quantity: "1", Items: { CNAME: "www.example.com" } } };

  it.each([
    ["404 NoSuchOrigin", behaviors({ PathPattern: "/a", TargetOriginId: "nowhere" })],
    ["404 NoSuchCachePolicy", behaviors({ PathPattern: "/a", CachePolicyId: "none" })],
    ["404 NoSuchOriginRequestPolicy", behaviors({ PathPattern: "/a", OriginRequestPolicyId: "x" })],
    [
      "400 InvalidFunctionAssociation",
      {
        DefaultCacheBehavior: behavior({
          FunctionAssociations: {
            Quantity: "1",
            Items: { FunctionAssociation: { FunctionARN: "arn:aws:cloudfront::1:function/none" } },
          },
        }),
      },
    ],
    ["400 InvalidArgument", behaviors({ PathPattern: "/a/*" }, { PathPattern: "a/*" })],
    [
      "400 InvalidArgument",
      behaviors({ PathPattern: "/a", ForwardedValues: { QueryString: "true" } }),
    ],
    ["400 InvalidTTLOrder", behaviors({ PathPattern: "/a", MinTTL: "9", DefaultTTL: "1" })],
    ["400 InconsistentQuantities", { Aliases: { Quantity: "2", Items: { CNAME: "a" } } }],
    ["400 InvalidDefaultRootObject", { DefaultRootObject: "/index.html" }],
    ["400 InvalidArgument", { Comment: "x".repeat(129) }],
    ["400 InvalidViewerCertificate", aliases],
  ])("refuse with %s what CloudFront refuses: %j", (expected, changes) => {
    expect(refusal(create(changes))).toBe(expected);
  });

  it("do not share an alternate domain name", () => {
    const named = { ...aliases, ViewerCertificate: { ACMCertificateArn: "arn:aws:acm:x" } };
    expect(create(named).status).toBe(201);
    expect(refusal(create({ ...named, CallerReference: "second" }))).toBe("409 CNAMEAlreadyExists");
  });
});
