import { noHttpsToLoadBalancerName } from "../../../validations/rules/no-https-to-load-balancer-name";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, customOrigin } from "../support/mutate";

describeRule(noHttpsToLoadBalancerName, {
  fires: {
    "https-only to a load balancer of the configuration": [
      {
        "distribution.origin.2": customOrigin("alb", "${data.aws_lb.backend.dns_name}"),
        "data.aws_lb.backend.tags": { Name: "backend" },
        "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", { target_origin_id: "alb" }),
      },
      /is reached over "https-only" at "\$\{data.aws_lb.backend.dns_name\}"/,
    ],
    "https-only to an Elastic Beanstalk name": [
      {
        "distribution.origin.2": customOrigin("eb", "shop.eu-west-1.elasticbeanstalk.com"),
        "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", { target_origin_id: "eb" }),
      },
      /at "shop.eu-west-1.elasticbeanstalk.com"/,
    ],
  },
  passes: {
    "a load balancer that gets the viewer's Host": {
      "distribution.origin.2": customOrigin("alb", "shop-1.eu-west-1.elb.amazonaws.com"),
      "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", {
        target_origin_id: "alb",
        origin_request_policy_id: "216adef6-5c7f-47e4-b989-5492eafa07d3",
      }),
    },
    "a domain of one's own": {
      "distribution.origin.2": customOrigin("alb", "backend.example.com"),
      "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", { target_origin_id: "alb" }),
    },
  },
  undecided: {
    "a domain from a variable": {
      "distribution.origin.2": customOrigin("alb", "${var.backend}"),
      "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", { target_origin_id: "alb" }),
    },
  },
});
