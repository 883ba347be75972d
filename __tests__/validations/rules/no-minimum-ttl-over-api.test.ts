import { noMinimumTtlOverApi } from "../../../validations/rules/no-minimum-ttl-over-api";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, customOrigin } from "../support/mutate";

describeRule(noMinimumTtlOverApi, {
  fires: {
    "CachingOptimized over an API without an authorizer": [
      {
        "api-behavior.cache_policy_id": "658327ea-f89d-4fab-a63d-7e88639e58f6",
        "api-behavior.origin_request_policy_id": "775133bc-15f2-49f9-abea-afb2e0bf67d2",
        "aws_api_gateway_method.users.authorization": "NONE",
      },
      /serves an API with a minimum TTL of 1 s/,
    ],
    "an hour for an API that is only read": [
      {
        "distribution.origin.2": customOrigin("server", "a1b2.lambda-url.us-east-1.on.aws"),
        "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", {
          target_origin_id: "server",
          allowed_methods: ["GET", "HEAD"],
          cache_policy_id: undefined as never,
          origin_request_policy_id: undefined as never,
          forwarded_values: { query_string: true, cookies: { forward: "none" } },
          min_ttl: 3600,
          default_ttl: 3600,
          max_ttl: 3600,
        }),
      },
      /minimum TTL of 3600 s/,
    ],
    "a minimum TTL over a server that takes POST": [
      {
        "distribution.origin.2": customOrigin("server", "backend.example.com"),
        "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", {
          target_origin_id: "server",
          cache_policy_id: undefined as never,
          origin_request_policy_id: undefined as never,
          forwarded_values: { query_string: true, cookies: { forward: "all" } },
          min_ttl: 5,
          default_ttl: 5,
          max_ttl: 5,
        }),
      },
      /minimum TTL of 5 s/,
    ],
  },
  passes: {
    "CachingOptimized for files that a server's function reads out, the same for every viewer": {
      "distribution.origin.2": customOrigin("server", "a1b2.lambda-url.us-east-1.on.aws"),
      "distribution.ordered_cache_behavior.1": apiBehavior("/static/*", {
        target_origin_id: "server",
        allowed_methods: ["GET", "HEAD"],
        cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        origin_request_policy_id: "775133bc-15f2-49f9-abea-afb2e0bf67d2",
      }),
    },
  },
  undecided: {
    "a TTL from a variable": {
      "api-behavior.cache_policy_id": "${aws_cloudfront_cache_policy.site.id}",
      "aws_cloudfront_cache_policy.site.min_ttl": "${var.ttl}",
    },
  },
});
