import type { SynthesizedStack } from "../../../synthesized/stack";
import { lint } from "../../../validations/lint";
import { firing } from "../support/only";

const ALL = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

// As its users write it: no policies, an origin access identity, an API whose stage is the prefix.
const stack: SynthesizedStack = {
  resource: {
    aws_s3_bucket: { frontend_bucket: { bucket: "frontend" } },
    aws_cloudfront_origin_access_identity: { identity: { comment: "frontend" } },
    aws_api_gateway_rest_api: { api: { name: "api" } },
    aws_api_gateway_resource: {
      proxy: {
        rest_api_id: "${aws_api_gateway_rest_api.api.id}",
        parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}",
        path_part: "{proxy+}",
      },
    },
    aws_api_gateway_method: {
      proxy: {
        rest_api_id: "${aws_api_gateway_rest_api.api.id}",
        resource_id: "${aws_api_gateway_resource.proxy.id}",
        http_method: "ANY",
        authorization: "NONE",
      },
    },
    aws_api_gateway_deployment: {
      deployment: { rest_api_id: "${aws_api_gateway_rest_api.api.id}" },
    },
    aws_api_gateway_stage: {
      stage: {
        rest_api_id: "${aws_api_gateway_rest_api.api.id}",
        deployment_id: "${aws_api_gateway_deployment.deployment.id}",
        stage_name: "api",
      },
    },
    aws_cloudfront_distribution: {
      distribution: {
        enabled: true,
        origin: [
          {
            origin_id: "s3",
            domain_name: "${aws_s3_bucket.frontend_bucket.bucket_regional_domain_name}",
            s3_origin_config: {
              origin_access_identity:
                "${aws_cloudfront_origin_access_identity.identity.cloudfront_access_identity_path}",
            },
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
          allowed_methods: ALL,
          cached_methods: ["GET", "HEAD"],
          forwarded_values: { query_string: false, cookies: { forward: "none" } },
          viewer_protocol_policy: "redirect-to-https",
        },
        ordered_cache_behavior: {
          path_pattern: "/api/*",
          target_origin_id: "apigw",
          allowed_methods: ALL,
          cached_methods: ["GET", "HEAD"],
          min_ttl: 0,
          default_ttl: 0,
          max_ttl: 0,
          forwarded_values: { query_string: true, cookies: { forward: "all" } },
          viewer_protocol_policy: "redirect-to-https",
        },
        restrictions: { geo_restriction: { restriction_type: "none" } },
        viewer_certificate: { cloudfront_default_certificate: true },
      },
    },
  },
};

it("lints system 1 as people write it without an error, and warns honestly", () => {
  expect(firing(stack)).toEqual([
    'warning no-edge-optimized-api origin "apigw"',
    "warning no-missing-root-object",
    "warning no-omitted-ttl default behavior",
    "warning no-plain-http-bucket",
    "warning no-stale-deployment",
    "warning no-unguarded-bucket",
    "warning no-writes-to-bucket default behavior",
  ]);
});

it("leaves nothing of system 1 undecided", () => {
  expect(lint(stack).unknown).toEqual([]);
});
