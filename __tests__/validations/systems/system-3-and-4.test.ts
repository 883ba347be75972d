import type { Block, SynthesizedStack } from "../../../synthesized/stack";
import { bucketBehavior, bucketOrigin, privateBucket } from "../support/bucket";
import { customOrigin } from "../support/mutate";
import { firing } from "../support/only";

const ALL = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
const overHttp = (domain: string) =>
  customOrigin("backend-alb", domain, { origin_protocol_policy: "http-only" });

const lastParts: Block = {
  enabled: true,
  restrictions: { geo_restriction: { restriction_type: "none" } },
  viewer_certificate: { cloudfront_default_certificate: true },
};

const spaAlb = (suppress: readonly Block[]): SynthesizedStack => ({
  data: { aws_lb: { backend: { name: "backend" } } },
  resource: {
    ...privateBucket,
    aws_cloudfront_distribution: {
      distribution: {
        ...lastParts,
        "//": { lint: { suppress } },
        comment: "H2T",
        default_root_object: "index.html",
        origin: [bucketOrigin, overHttp("${data.aws_lb.backend.dns_name}")],
        default_cache_behavior: bucketBehavior,
        ordered_cache_behavior: {
          path_pattern: "/api/*",
          target_origin_id: "backend-alb",
          allowed_methods: ALL,
          cached_methods: ["GET", "HEAD"],
          cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
          origin_request_policy_id: "216adef6-5c7f-47e4-b989-5492eafa07d3",
          viewer_protocol_policy: "redirect-to-https",
        },
      },
    },
  },
});

const choice: Block = {
  id: "no-http-only-origin",
  part: 'origin "backend-alb"',
  reason: "BACKEND_PROTOCOL=http-only was chosen in the settings",
};

describe("system 3", () => {
  it("is refused while HTTP to the load balancer is no explicit choice", () => {
    expect(firing(spaAlb([]))).toEqual(['error no-http-only-origin origin "backend-alb"']);
  });

  it("lints without a finding once the configuration carries the choice and its reason", () => {
    expect(firing(spaAlb([choice]))).toEqual([]);
  });
});

const NONE: Block = { cookie_behavior: "none" };
const beanstalk: SynthesizedStack = {
  data: {
    aws_lb: {
      environment: { tags: { "elasticbeanstalk:environment-name": "shop-staging" } },
    },
  },
  resource: {
    aws_cloudfront_cache_policy: {
      none: {
        name: "shop-staging-none",
        min_ttl: 0,
        default_ttl: 0,
        max_ttl: 0,
        parameters_in_cache_key_and_forwarded_to_origin: {
          headers_config: { header_behavior: "none" },
          cookies_config: NONE,
          query_strings_config: { query_string_behavior: "none" },
        },
      },
    },
    aws_cloudfront_origin_request_policy: {
      cors: {
        name: "shop-staging-cors",
        headers_config: {
          header_behavior: "whitelist",
          headers: {
            items: ["Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"],
          },
        },
        cookies_config: { cookie_behavior: "all" },
        query_strings_config: { query_string_behavior: "all" },
      },
    },
    aws_cloudfront_distribution: {
      distribution: {
        ...lastParts,
        "//": { lint: { suppress: [choice] } },
        origin: overHttp("${data.aws_lb.environment.dns_name}"),
        default_cache_behavior: {
          target_origin_id: "backend-alb",
          allowed_methods: ALL,
          cached_methods: ["GET", "HEAD"],
          cache_policy_id: "${aws_cloudfront_cache_policy.none.id}",
          origin_request_policy_id: "${aws_cloudfront_origin_request_policy.cors.id}",
          viewer_protocol_policy: "redirect-to-https",
        },
      },
    },
  },
};

it("lints system 4 without a finding once it carries the choice of HTTP", () => {
  expect(firing(beanstalk)).toEqual([]);
});
