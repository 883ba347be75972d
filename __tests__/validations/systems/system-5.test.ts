import type { Block, SynthesizedStack } from "../../../synthesized/stack";
import { customOrigin } from "../support/mutate";
import { firing } from "../support/only";

const behavior = (target: string, policy: string): Block => ({
  target_origin_id: target,
  allowed_methods: ["GET", "HEAD", "OPTIONS"],
  cached_methods: ["GET", "HEAD"],
  cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  origin_request_policy_id: "216adef6-5c7f-47e4-b989-5492eafa07d3",
  viewer_protocol_policy: policy,
});

const custom = (policy: string, protocols: readonly string[]): SynthesizedStack => ({
  resource: {
    aws_cloudfront_distribution: {
      distribution: {
        enabled: true,
        origin: [
          customOrigin("web", "www-origin.example.com"),
          customOrigin("legacy", "legacy.example.com", {
            origin_protocol_policy: "match-viewer",
            origin_ssl_protocols: protocols,
          }),
        ],
        default_cache_behavior: behavior("web", "redirect-to-https"),
        ordered_cache_behavior: [
          { path_pattern: "/legacy/*", ...behavior("legacy", policy) },
          { path_pattern: "/old/*", ...behavior("legacy", "https-only") },
        ],
        restrictions: { geo_restriction: { restriction_type: "none" } },
        viewer_certificate: { cloudfront_default_certificate: true },
      },
    },
  },
});

it("lints system 5 without a finding, with match-viewer behind HTTPS viewers", () => {
  expect(firing(custom("redirect-to-https", ["TLSv1.2"]))).toEqual([]);
});

it("refuses match-viewer once one of the behaviors allows HTTP", () => {
  expect(firing(custom("allow-all", ["TLSv1.2"]))).toEqual([
    'error no-match-viewer-with-http-viewers origin "legacy"',
    'error no-plain-http-viewers behavior "/legacy/*"',
  ]);
});

it("refuses SSLv3 without a reason", () => {
  expect(firing(custom("https-only", ["SSLv3"]))).toEqual([
    'error no-sslv3-to-origin origin "legacy"',
  ]);
});
