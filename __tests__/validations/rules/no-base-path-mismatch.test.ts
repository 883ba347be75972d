import { noBasePathMismatch } from "../../../validations/rules/no-base-path-mismatch";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";
import { apiBehavior, customOrigin } from "../support/mutate";

// The base stack with a second way to the API: its custom domain, mapped at `default`.
const domain = (patch: Patch): Patch => ({
  "aws_api_gateway_domain_name.domain": {
    domain_name: "api.example.com",
    regional_certificate_arn: "arn:aws:acm:eu-west-1:123456789012:certificate/a",
    security_policy: "TLS_1_2",
    endpoint_configuration: { types: ["REGIONAL"] },
  },
  "aws_api_gateway_base_path_mapping.mapping": {
    domain_name: "${aws_api_gateway_domain_name.domain.domain_name}",
    api_id: "${aws_api_gateway_rest_api.api.id}",
    stage_name: "${aws_api_gateway_stage.stage.stage_name}",
    base_path: "default",
  },
  "distribution.origin.2": customOrigin(
    "domain",
    "${aws_api_gateway_domain_name.domain.regional_domain_name}",
  ),
  "distribution.origin.2.origin_path": "/default",
  "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", { target_origin_id: "domain" }),
  ...patch,
});

describeRule(noBasePathMismatch, {
  fires: {
    "the stage in origin_path where the mapping's base path belongs": [
      domain({ "distribution.origin.2.origin_path": "/api" }),
      /requests "\/api\/v2\/\*" from origin "domain", which maps \["default"\]/,
    ],
  },
  passes: {
    "the base path in origin_path": domain({}),
    "any path for a mapping without a base path": domain({
      "distribution.origin.2.origin_path": undefined,
      "aws_api_gateway_base_path_mapping.mapping.base_path": undefined,
    }),
  },
  undecided: {
    "a base path from a variable": domain({
      "aws_api_gateway_base_path_mapping.mapping.base_path": "${var.base}",
    }),
  },
});
