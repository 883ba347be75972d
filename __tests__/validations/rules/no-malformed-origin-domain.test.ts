import { noMalformedOriginDomain } from "../../../validations/rules/no-malformed-origin-domain";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, customOrigin } from "../support/mutate";

describeRule(noMalformedOriginDomain, {
  fires: {
    "an invoke URL where a host is meant": [
      { "api-origin.domain_name": "${aws_api_gateway_stage.stage.invoke_url}" },
      /has a URL for its domain_name/,
    ],
    "a host with scheme and path": [
      {
        "distribution.origin.2": customOrigin("server", "https://backend.example.com/v1"),
        "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", {
          target_origin_id: "server",
        }),
      },
      /has the domain_name "https:\/\/backend.example.com\/v1"/,
    ],
    "an address": [
      {
        "distribution.origin.2": customOrigin("server", "10.0.0.1"),
        "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", {
          target_origin_id: "server",
        }),
      },
      /has the domain_name "10.0.0.1"/,
    ],
  },
  passes: {
    "a host put together from an id": {
      "api-origin.domain_name":
        "${aws_api_gateway_rest_api.api.id}.execute-api.eu-west-1.amazonaws.com",
    },
    "the third part of an invoke URL": {
      "api-origin.domain_name": '${element(split("/", aws_api_gateway_stage.stage.invoke_url), 2)}',
    },
  },
  undecided: {
    "a domain from a variable": {
      "api-origin.domain_name": "${var.domain}",
    },
  },
});
