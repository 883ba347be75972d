// A configuration that every rule accepts: a single-page app and a REST API behind one domain.
import type { SynthesizedStack } from "../../../synthesized/stack";
import { baseApi } from "./base-api";
import { baseBucket } from "./base-bucket";

const ALL_METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/** The stack that rule tests change; never changed itself. */
export const baseStack: SynthesizedStack = {
  terraform: {
    required_version: ">= 1.10",
    required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
    backend: {
      s3: {
        bucket: "state-of-shop",
        key: "shop/terraform.tfstate",
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: true,
      },
    },
  },
  provider: {
    aws: [{ region: "eu-west-1" }, { alias: "us_east_1", region: "us-east-1" }],
  },
  resource: {
    ...baseBucket,
    ...baseApi,
    aws_acm_certificate: {
      certificate: {
        provider: "aws.us_east_1",
        domain_name: "shop.example.com",
        validation_method: "DNS",
        lifecycle: { create_before_destroy: true },
      },
    },
    aws_route53_record: {
      alias: {
        zone_id: "Z0123456789",
        name: "shop.example.com",
        type: "A",
        alias: {
          name: "${aws_cloudfront_distribution.distribution.domain_name}",
          zone_id: "${aws_cloudfront_distribution.distribution.hosted_zone_id}",
          evaluate_target_health: false,
        },
      },
    },
    aws_cloudfront_cache_policy: {
      site: {
        name: "shop-site",
        min_ttl: 0,
        default_ttl: 86400,
        max_ttl: 31536000,
        parameters_in_cache_key_and_forwarded_to_origin: {
          enable_accept_encoding_gzip: true,
          enable_accept_encoding_brotli: true,
          headers_config: { header_behavior: "none" },
          cookies_config: { cookie_behavior: "none" },
          query_strings_config: { query_string_behavior: "none" },
        },
      },
    },
    aws_cloudfront_function: {
      fallback: {
        name: "shop-fallback",
        runtime: "cloudfront-js-2.0",
        code: "function handler(event) { return event.request; }",
      },
    },
    aws_cloudfront_distribution: {
      distribution: {
        enabled: true,
        comment: "shop",
        aliases: ["shop.example.com"],
        default_root_object: "index.html",
        origin: [
          {
            origin_id: "s3",
            domain_name: "${aws_s3_bucket.frontend_bucket.bucket_regional_domain_name}",
            origin_access_control_id: "${aws_cloudfront_origin_access_control.site.id}",
          },
          {
            origin_id: "apigw",
            domain_name:
              '${replace(aws_api_gateway_stage.stage.invoke_url, "/^https?://([^/]*).*/", "$1")}',
            custom_origin_config: {
              http_port: 80,
              https_port: 443,
              origin_protocol_policy: "https-only",
              origin_ssl_protocols: ["TLSv1.2"],
            },
          },
        ],
        default_cache_behavior: {
          target_origin_id: "s3",
          allowed_methods: ["GET", "HEAD", "OPTIONS"],
          cached_methods: ["GET", "HEAD"],
          cache_policy_id: "${aws_cloudfront_cache_policy.site.id}",
          compress: true,
          viewer_protocol_policy: "redirect-to-https",
          function_association: [
            {
              event_type: "viewer-request",
              function_arn: "${aws_cloudfront_function.fallback.arn}",
            },
          ],
        },
        ordered_cache_behavior: [
          {
            path_pattern: "/api/*",
            target_origin_id: "apigw",
            allowed_methods: ALL_METHODS,
            cached_methods: ["GET", "HEAD"],
            cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            origin_request_policy_id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
            viewer_protocol_policy: "redirect-to-https",
          },
        ],
        restrictions: { geo_restriction: { restriction_type: "none" } },
        viewer_certificate: {
          acm_certificate_arn: "${aws_acm_certificate.certificate.arn}",
          minimum_protocol_version: "TLSv1.2_2021",
          ssl_support_method: "sni-only",
        },
      },
    },
  },
};
