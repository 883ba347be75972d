import { noDefaultEndpointBesideCustomDomain } from "../../../validations/rules/no-default-endpoint-beside-custom-domain";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";
import { apiBehavior, customOrigin } from "../support/mutate";

// The base stack with the API reached by its custom domain.
const domain = (patch: Patch): Patch => ({
  "aws_api_gateway_domain_name.domain": {
    domain_name: "api.example.com",
    security_policy: "TLS_1_2",
    endpoint_configuration: { types: ["REGIONAL"] },
  },
  "aws_api_gateway_base_path_mapping.mapping": {
    domain_name: "${aws_api_gateway_domain_name.domain.domain_name}",
    api_id: "${aws_api_gateway_rest_api.api.id}",
    stage_name: "api",
  },
  "api-origin.domain_name": "${aws_api_gateway_domain_name.domain.regional_domain_name}",
  ...patch,
});

describeRule(noDefaultEndpointBesideCustomDomain, {
  fires: {
    "an API with a custom domain as the origin": [
      domain({}),
      /has a custom domain and still answers at execute-api/,
    ],
  },
  passes: {
    "an API without its default endpoint": domain({
      "aws_api_gateway_rest_api.api.disable_execute_api_endpoint": true,
    }),
    "an API that the distribution reaches by both names": domain({
      "distribution.origin.2": customOrigin(
        "own",
        "${aws_api_gateway_rest_api.api.id}.execute-api.eu-west-1.amazonaws.com",
      ),
      "distribution.ordered_cache_behavior.1": apiBehavior("/api-own/*", {
        target_origin_id: "own",
      }),
      "distribution.origin.2.origin_path": "/api",
    }),
  },
  undecided: {
    "a flag from a variable": domain({
      "aws_api_gateway_rest_api.api.disable_execute_api_endpoint": "${var.off}",
    }),
  },
});
