import { noForwardedHost } from "../../../validations/rules/no-forwarded-host";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, customOrigin } from "../support/mutate";

describeRule(noForwardedHost, {
  fires: {
    "AllViewer to API Gateway": [
      { "api-behavior.origin_request_policy_id": "216adef6-5c7f-47e4-b989-5492eafa07d3" },
      /forwards Host to API Gateway \(origin "apigw"\)/,
    ],
    "every header to API Gateway, the older way": [
      {
        "api-behavior.cache_policy_id": undefined,
        "api-behavior.origin_request_policy_id": undefined,
        "api-behavior.forwarded_values": {
          query_string: true,
          headers: ["*"],
          cookies: { forward: "all" },
        },
      },
      /forwards Host to API Gateway/,
    ],
    "Host in a policy of the configuration, to S3": [
      {
        "aws_cloudfront_cache_policy.site.parameters_in_cache_key_and_forwarded_to_origin.headers_config":
          { header_behavior: "whitelist", headers: { items: ["Host"] } },
      },
      /forwards Host to S3/,
    ],
  },
  passes: {
    "Host to a server": {
      "distribution.origin.2": customOrigin("server", "backend.example.com"),
      "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", {
        target_origin_id: "server",
        origin_request_policy_id: "216adef6-5c7f-47e4-b989-5492eafa07d3",
      }),
    },
  },
  undecided: {
    "a policy from a variable": { "api-behavior.origin_request_policy_id": "${var.policy}" },
    "a policy of the account, looked up by name": {
      "api-behavior.origin_request_policy_id":
        "${data.aws_cloudfront_origin_request_policy.own.id}",
      "data.aws_cloudfront_origin_request_policy.own.name": "ours",
    },
  },
});
