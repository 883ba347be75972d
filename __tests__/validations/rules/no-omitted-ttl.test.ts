import { noOmittedTtl } from "../../../validations/rules/no-omitted-ttl";
import { describeRule } from "../support/describe-rule";
import { customOrigin, type Patch, siteBehavior } from "../support/mutate";

const legacy = (ttls: Patch): Patch => ({
  "site-behavior.cache_policy_id": undefined,
  "site-behavior.forwarded_values": { query_string: false, cookies: { forward: "none" } },
  ...Object.fromEntries(
    Object.entries(ttls).map(([name, value]) => [`site-behavior.${name}`, value]),
  ),
});

describeRule(noOmittedTtl, {
  fires: {
    "both left out": [
      legacy({}),
      /^leaves default_ttl and max_ttl out: the provider sends 0, so nothing is kept$/,
    ],
    "a maximum left out beside a default of 0": [
      legacy({ default_ttl: 0 }),
      /^leaves max_ttl out: the provider sends 0, so nothing is kept$/,
    ],
    "a maximum left out beside a default": [
      legacy({ min_ttl: 0, default_ttl: 3600 }),
      /^has default_ttl 3600 and leaves max_ttl out: .* CloudFront refuses/,
    ],
    "a default left out beside a maximum": [
      legacy({ max_ttl: 3600 }),
      /^leaves default_ttl out: .* without Cache-Control is not kept$/,
    ],
  },
  passes: {
    "TTLs that are written out": legacy({ min_ttl: 0, default_ttl: 60, max_ttl: 3600 }),
    "a maximum of 0, which needs no default": legacy({ max_ttl: 0 }),
    "every header, with which nothing is kept anyway": {
      "distribution.origin.2": customOrigin("server", "backend.example.com"),
      "distribution.ordered_cache_behavior.1": siteBehavior("/v2/*", {
        target_origin_id: "server",
        cache_policy_id: "",
        forwarded_values: { query_string: true, headers: ["*"], cookies: { forward: "all" } },
      }),
    },
    "a cache policy": {},
  },
  undecided: {
    "a TTL from a variable": legacy({ default_ttl: "${var.ttl}" }),
  },
});
