import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Distribution, type DistributionProps, type IOrigin, spaFallback } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

const host = (domainName: string): IOrigin => ({
  bind: (_scope, originId) => ({
    originId,
    domainName,
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
    },
  }),
});

const minimum = {
  name: "shop",
  origins: { site: host("site.example.com"), api: host("api.example.com") },
  defaultBehavior: { targetOriginId: "site" },
} satisfies DistributionProps;

const synth = (props: Partial<DistributionProps> = {}) =>
  synthesize((scope) => {
    new AwsProvider(scope, "Aws", { region: "eu-west-1" });
    new Distribution(scope, "distribution", { ...minimum, ...props });
  });

const config = (props?: Partial<DistributionProps>) =>
  resource(synth(props), "aws_cloudfront_distribution.distribution");

describe("Distribution", () => {
  it("needs origins and a default behavior", () => {
    expect(addresses(synth())).toEqual(["aws_cloudfront_distribution.distribution"]);
    expect(config()).toMatchObject({
      enabled: true,
      default_root_object: "index.html",
      origin: [{ origin_id: "site" }, { origin_id: "api" }],
      default_cache_behavior: { target_origin_id: "site" },
      restrictions: { geo_restriction: { restriction_type: "none" } },
      viewer_certificate: { cloudfront_default_certificate: true },
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<DistributionProps> = {
      ...minimum,
      routes: [{ pathPattern: "/api/*", targetOriginId: "api" }],
      defaultRootObject: "app.html",
      httpVersion: "http3",
      ipv6: true,
      comment: "the shop",
      originGroups: { both: { primary: "site", secondary: "api" } },
      domain: { names: ["shop.example.com"], hostedZone: { id: "Z123" } },
      tags: { Name: "H2T" },
      priceClass: "PriceClass_100",
      geoRestriction: { deny: ["AQ"] },
      operations: { webAcl: { arn: "arn:acl" } },
    };
    expect(config(props)).toMatchObject({
      aliases: ["shop.example.com"],
      viewer_certificate: { ssl_support_method: "sni-only" },
      origin_group: [{ origin_id: "both" }],
      tags: { Name: "H2T" },
      price_class: "PriceClass_100",
      restrictions: { geo_restriction: { restriction_type: "blacklist", locations: ["AQ"] } },
      web_acl_id: "arn:acl",
      ordered_cache_behavior: [{ path_pattern: "/api/*", target_origin_id: "api" }],
      default_root_object: "app.html",
      http_version: "http3",
      is_ipv6_enabled: true,
      comment: "the shop",
    });
  });

  it("has the provider of us-east-1 before anything needs it, or nothing could be taken away from there", () => {
    expect(synth().provider?.aws).toEqual([
      { region: "eu-west-1" },
      { alias: "us_east_1", region: "us-east-1" },
    ]);
  });

  it("says nothing about TLS with the default certificate, which would differ on every plan", () => {
    expect(config().viewer_certificate).toEqual({ cloudfront_default_certificate: true });
  });

  it("keeps the order of the routes, since the first match wins", () => {
    const patterns = ["/api/v2/*", "/api/*", "/a/*"];
    const routes = patterns.map((pathPattern) => ({ pathPattern, targetOriginId: "api" }));
    expect(config({ routes }).ordered_cache_behavior).toMatchObject(
      patterns.map((path_pattern) => ({ path_pattern })),
    );
  });

  it("gives a behavior with steps one function of its own", () => {
    const stack = synth({
      defaultBehavior: { targetOriginId: "site", viewerRequest: [spaFallback()] },
      routes: [{ pathPattern: "/docs/*", targetOriginId: "site", viewerRequest: [spaFallback()] }],
    });
    expect(addresses(stack).filter((address) => address.includes("function"))).toEqual([
      "aws_cloudfront_function.distribution_default_viewer_request",
      "aws_cloudfront_function.distribution_docs_viewer_request",
    ]);
    expect(resource(stack, "aws_cloudfront_distribution.distribution")).toMatchObject({
      default_cache_behavior: {
        function_association: [
          {
            event_type: "viewer-request",
            function_arn: "${aws_cloudfront_function.distribution_default_viewer_request.arn}",
          },
        ],
      },
    });
  });

  it("tells an origin the distribution's name and ARN", () => {
    const seen: string[] = [];
    const origin: IOrigin = {
      bind: (scope, originId, { arn, name }) => {
        seen.push(scope.node.path, name);
        return {
          ...host("x.example.com").bind(scope, originId, { arn, name }),
          originPath: `/${arn}`,
        };
      },
    };
    const stack = synth({ origins: { site: origin } });
    expect(seen).toEqual(["test/distribution/Origins/site", "shop"]);
    expect(resource(stack, "aws_cloudfront_distribution.distribution").origin).toMatchObject([
      { origin_path: "/${aws_cloudfront_distribution.distribution.arn}" },
    ]);
  });

  it("fits the names of functions, since nobody chooses a path pattern for its length", () => {
    const stack = synth({
      name: "my-company-production-https-origin",
      routes: [
        {
          pathPattern: "/static/images/large/*",
          targetOriginId: "api",
          viewerRequest: [spaFallback()],
        },
      ],
    });
    const { name } = Object.values(stack.resource?.aws_cloudfront_function ?? {})[0] ?? {};
    expect(name).toMatch(/^my-company-production-https-origin-route-static-[a-z-]+-[0-9a-f]{6}$/);
    expect(String(name)).toHaveLength(64);
  });

  it("gives each event of a behavior a function of its own name", () => {
    const pass = { name: "pass", code: "function pass(x) { return x; }" };
    const both = { targetOriginId: "site", viewerRequest: [pass], viewerResponse: [pass] };
    const stack = synth({
      defaultBehavior: both,
      routes: ["/api/*", "/api-res/*", "/default/*"].map((pathPattern) => ({
        pathPattern,
        ...both,
      })),
    });
    const functions = Object.values(stack.resource?.aws_cloudfront_function ?? {});
    const names = functions.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["shop-default", "shop-default-res", "shop-api"]));
    expect(new Set(names).size).toBe(8);
  });

  it("takes origins that are called like a part of the distribution", () => {
    const ids = ["domain", "logs", "web_acl", "Resource", "default_viewer_request"];
    const stack = synth({
      origins: Object.fromEntries(ids.map((id) => [id, host("x.example.com")])),
      defaultBehavior: { targetOriginId: "logs", viewerRequest: [spaFallback()] },
      domain: { names: ["shop.example.com"], hostedZone: { id: "Z123" } },
      operations: { accessLogs: {}, webAcl: { rateLimit: 100 } },
    });
    expect(resource(stack, "aws_cloudfront_distribution.distribution").origin).toHaveLength(5);
  });

  it("redirects to the first name on every behavior", () => {
    const domain = {
      names: ["example.com", "www.example.com"],
      hostedZone: { id: "Z123" },
    } as const;
    const routes = [{ pathPattern: "/api/*", targetOriginId: "api" }];
    const functions = (redirect: boolean) =>
      addresses(synth({ routes, domain: { ...domain, redirect } })).filter((address) =>
        address.startsWith("aws_cloudfront_function"),
      );
    expect(functions(true)).toEqual([
      "aws_cloudfront_function.distribution_api_viewer_request",
      "aws_cloudfront_function.distribution_default_viewer_request",
    ]);
    expect(functions(false)).toEqual([]);
  });

  it("has no root object when told so", () => {
    expect(config({ defaultRootObject: "" })).not.toHaveProperty("default_root_object");
  });

  it("switches nothing on that costs", () => {
    const props: Partial<DistributionProps> = { operations: {} };
    expect(addresses(synth(props))).toEqual(["aws_cloudfront_distribution.distribution"]);
    expect(config(props)).toEqual(config());
  });

  it.each<[NonNullable<DistributionProps["operations"]>, readonly string[]]>([
    [
      { accessLogs: {} },
      [
        "aws_cloudwatch_log_delivery.distribution_logs_delivery",
        "aws_cloudwatch_log_delivery_destination.distribution_logs_destination",
        "aws_cloudwatch_log_delivery_source.distribution_logs_source",
        "aws_s3_bucket.distribution_logs_bucket",
      ],
    ],
    [{ webAcl: { rateLimit: 2_000 } }, ["aws_wafv2_web_acl.distribution_web_acl"]],
    [{ errorAlarm: {} }, ["aws_cloudwatch_metric_alarm.distribution_error_alarm"]],
  ])("switches on with one prop: %j", (operations, expected) => {
    expect(addresses(synth({ operations }))).toEqual(expect.arrayContaining([...expected]));
  });

  it("names all mistakes at once, and where", () => {
    expect(() => synth({ comment: "x".repeat(129), defaultRootObject: "/x" })).toThrow(
      /defaultRootObject.*\n.*comment.*\(at test\/distribution\)/s,
    );
  });
});
