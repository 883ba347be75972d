import { edgeModel } from "../../../preview/model";
import { behavior, distributionStack } from "../../support/distribution-stack";

const behaviorOf = (overrides: object, resource?: object) =>
  edgeModel(
    distributionStack({ default_cache_behavior: { ...behavior("app"), ...overrides } }, resource),
  ).defaultBehavior;

describe("a behavior", () => {
  it("takes over the legacy settings, with CloudFront's defaults", () => {
    expect(behaviorOf({ forwarded_values: { query_string: false } }).forwardedValues).toEqual({
      minTtl: 0,
      defaultTtl: 86_400,
      maxTtl: 31_536_000,
      headers: [],
      cookies: { forward: "none", whitelistedNames: [] },
      queryString: false,
      queryStringCacheKeys: [],
    });
    const forwarded_values = {
      query_string: true,
      query_string_cache_keys: ["q"],
      headers: ["Authorization"],
      cookies: { forward: "whitelist", whitelisted_names: ["s*"] },
    };
    const times = { min_ttl: 0, default_ttl: 0, max_ttl: 0 };
    expect(behaviorOf({ forwarded_values, ...times }).forwardedValues).toEqual({
      minTtl: 0,
      defaultTtl: 0,
      maxTtl: 0,
      headers: ["Authorization"],
      cookies: { forward: "whitelist", whitelistedNames: ["s*"] },
      queryString: true,
      queryStringCacheKeys: ["q"],
    });
  });

  it("looks up AWS's managed policies by their ids", () => {
    const found = behaviorOf({
      compress: true,
      cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      origin_request_policy_id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      response_headers_policy_id: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    });
    expect(found.compress).toBe(true);
    expect(found.cachePolicy).toMatchObject({ minTtl: 0, defaultTtl: 0, maxTtl: 0 });
    expect(found.originRequestPolicy?.cookies.behavior).toBe("all");
    expect(found.responseHeadersPolicy?.securityHeaders.length).toBeGreaterThan(0);
    expect(found).not.toHaveProperty("forwardedValues");
  });

  it("refuses an origin that the distribution does not define", () => {
    expect(() => behaviorOf({ target_origin_id: "gone" })).toThrow(
      'behavior "*" (aws_cloudfront_distribution.d.default_cache_behavior) points at origin "gone", which the distribution does not define; its origins and origin groups are "app"',
    );
  });

  it("refuses a policy that neither AWS nor the stack has", () => {
    const resource = { aws_cloudfront_cache_policy: { own: { id: "P1", name: "own" } } };
    expect(() => behaviorOf({ cache_policy_id: "P2" }, resource)).toThrow(
      "uses the cache policy \"P2\", which is neither AWS's nor the stack's (it defines aws_cloudfront_cache_policy.own)",
    );
    expect(() => behaviorOf({ origin_request_policy_id: "P2" })).toThrow("it defines none");
  });

  it("refuses a word that CloudFront does not know", () => {
    expect(() => behaviorOf({ viewer_protocol_policy: "http" })).toThrow(
      'viewer_protocol_policy needs one of allow-all, redirect-to-https, https-only, got "http"',
    );
  });

  it("finds the functions of the stack by their ARNs", () => {
    const lambda = "arn:aws:lambda:us-east-1:123456789012:function:f";
    const resource = {
      aws_cloudfront_function: { rewrite: { arn: "arn:f" } },
      aws_lambda_function: { edge: { arn: lambda } },
    };
    const { functions } = behaviorOf(
      {
        function_association: [
          { event_type: "viewer-request", function_arn: "arn:f" },
          { event_type: "viewer-response", function_arn: "arn:elsewhere" },
        ],
        lambda_function_association: {
          event_type: "origin-request",
          lambda_arn: `${lambda}:3`,
          include_body: true,
        },
      },
      resource,
    );
    expect(functions).toEqual([
      {
        kind: "cloudfront-function",
        event: "viewer-request",
        arn: "arn:f",
        address: "aws_cloudfront_function.rewrite",
        includeBody: false,
      },
      {
        kind: "cloudfront-function",
        event: "viewer-response",
        arn: "arn:elsewhere",
        includeBody: false,
      },
      {
        kind: "lambda-edge",
        event: "origin-request",
        arn: `${lambda}:3`,
        address: "aws_lambda_function.edge",
        includeBody: true,
      },
    ]);
  });

  it("knows the keys of its trusted key groups", () => {
    const resource = {
      aws_cloudfront_key_group: { g: { id: "G1", items: ["K1"] } },
      aws_cloudfront_public_key: {
        k: { id: "K1", encoded_key: "PEM" },
        other: { id: "K2", encoded_key: "PEM" },
      },
    };
    expect(behaviorOf({ trusted_key_groups: ["G1"] }, resource).trustedKeys).toEqual([
      { id: "K1", encodedKey: "PEM" },
    ]);
    expect(behaviorOf({ trusted_signers: ["self"] }).trustedKeys).toEqual([]);
    expect(behaviorOf({})).not.toHaveProperty("trustedKeys");
  });
});
