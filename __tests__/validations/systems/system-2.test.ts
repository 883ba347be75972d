import type { Block, SynthesizedStack } from "../../../synthesized/stack";
import { bucketBehavior, bucketOrigin, privateBucket } from "../support/bucket";
import { customOrigin } from "../support/mutate";
import { firing } from "../support/only";

const API = "${aws_api_gateway_rest_api.api.id}";
const ROOT = "${aws_api_gateway_rest_api.api.root_resource_id}";
const PREFIXES = ["cf-apigw", "cf-cust-domain"];

const resource = (parent: string, part: string): Block => ({
  rest_api_id: API,
  parent_id: parent,
  path_part: part,
});
const method = (id: string, verb: string, rest: Block): Block => ({
  rest_api_id: API,
  resource_id: `\${aws_api_gateway_resource.${id}.id}`,
  http_method: verb,
  ...rest,
});
const behavior = (prefix: string, target: string): Block => ({
  path_pattern: `/${prefix}/*`,
  target_origin_id: target,
  allowed_methods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
  cached_methods: ["GET", "HEAD"],
  min_ttl: 0,
  default_ttl: 0,
  max_ttl: 0,
  forwarded_values: {
    query_string: true,
    headers: ["Authorization"],
    cookies: { forward: "none" },
  },
  viewer_protocol_policy: "redirect-to-https",
});
const perPrefix = (entries: (prefix: string) => readonly (readonly [string, Block])[]) =>
  Object.fromEntries(PREFIXES.flatMap(entries));

const stack: SynthesizedStack = {
  resource: {
    ...privateBucket,
    aws_api_gateway_rest_api: {
      api: { name: "proxy", endpoint_configuration: { types: ["REGIONAL"] } },
    },
    aws_api_gateway_resource: {
      proxy: resource(ROOT, "{proxy+}"),
      ...perPrefix((prefix) => [
        [prefix, resource(ROOT, prefix)],
        [`${prefix}-auth`, resource(`\${aws_api_gateway_resource.${prefix}.id}`, "auth")],
        [`${prefix}-iam`, resource(`\${aws_api_gateway_resource.${prefix}.id}`, "auth-iam")],
      ]),
    },
    aws_api_gateway_authorizer: {
      token: {
        name: "token",
        rest_api_id: API,
        type: "TOKEN",
        identity_source: "method.request.header.Authorization",
        authorizer_result_ttl_in_seconds: 0,
      },
    },
    aws_api_gateway_method: {
      proxy: method("proxy", "ANY", { authorization: "NONE" }),
      ...perPrefix((prefix) => [
        [
          `${prefix}-auth`,
          method(`${prefix}-auth`, "GET", {
            authorization: "CUSTOM",
            authorizer_id: "${aws_api_gateway_authorizer.token.id}",
          }),
        ],
        [`${prefix}-iam`, method(`${prefix}-iam`, "GET", { authorization: "AWS_IAM" })],
      ]),
    },
    aws_api_gateway_stage: { stage: { rest_api_id: API, stage_name: "prod" } },
    aws_api_gateway_domain_name: {
      domain: {
        domain_name: "api.example.com",
        certificate_arn: "arn:aws:acm:us-east-1:123456789012:certificate/a",
        security_policy: "TLS_1_2",
        endpoint_configuration: { types: ["EDGE"] },
      },
    },
    aws_api_gateway_base_path_mapping: {
      mapping: {
        api_id: API,
        stage_name: "${aws_api_gateway_stage.stage.stage_name}",
        domain_name: "${aws_api_gateway_domain_name.domain.domain_name}",
        base_path: "default",
      },
    },
    aws_cloudfront_distribution: {
      distribution: {
        enabled: true,
        default_root_object: "index.html",
        origin: [
          bucketOrigin,
          {
            ...customOrigin("apigw", `${API}.execute-api.eu-west-1.amazonaws.com`),
            origin_path: "/prod",
          },
          { ...customOrigin("domain", "api.example.com"), origin_path: "/default" },
        ],
        default_cache_behavior: bucketBehavior,
        ordered_cache_behavior: [
          behavior("cf-apigw", "apigw"),
          behavior("cf-cust-domain", "domain"),
        ],
        restrictions: { geo_restriction: { restriction_type: "none" } },
        viewer_certificate: { cloudfront_default_certificate: true },
      },
    },
  },
};

it("lints system 2 without an error, and says that signed routes need the API's own host", () => {
  expect(firing(stack)).toEqual(['warning no-iam-route-behind-distribution origin "apigw"']);
});

it("finds the stage that system 2's users mix up with the base path", () => {
  const text = JSON.stringify(stack).replace('"/default"', '"/prod"');
  expect(firing(JSON.parse(text) as SynthesizedStack)).toContain(
    'error no-base-path-mismatch behavior "/cf-cust-domain/*"',
  );
});
