// Resolved stacks with one distribution, for tests of the model.
import type { SynthesizedStack } from "../../synthesized/stack";

/** A cache behavior with what Terraform requires. */
export function behavior(targetOriginId: string): object {
  return {
    target_origin_id: targetOriginId,
    viewer_protocol_policy: "redirect-to-https",
    allowed_methods: ["GET", "HEAD"],
    cached_methods: ["GET", "HEAD"],
  };
}

/** An HTTPS origin at `<id>.example`. */
export function customOrigin(id: string): object {
  return {
    origin_id: id,
    domain_name: `${id}.example`,
    custom_origin_config: {
      http_port: 80,
      https_port: 443,
      origin_protocol_policy: "https-only",
      origin_ssl_protocols: ["TLSv1.2"],
    },
  };
}

/** A distribution with the origin `app` and whatever overrides it. */
export function distribution(overrides: object = {}): object {
  return {
    id: "E1",
    domain_name: "d1.cloudfront.net",
    origin: [customOrigin("app")],
    default_cache_behavior: behavior("app"),
    ...overrides,
  };
}

/** A stack with `aws_cloudfront_distribution.d` and other resources. */
export function distributionStack(overrides: object = {}, resource: object = {}): SynthesizedStack {
  return {
    resource: { aws_cloudfront_distribution: { d: distribution(overrides) }, ...resource },
  } as SynthesizedStack;
}
