import { CloudfrontCachePolicy } from "@cdktf/provider-aws/lib/cloudfront-cache-policy";
import { CloudfrontOriginRequestPolicy } from "@cdktf/provider-aws/lib/cloudfront-origin-request-policy";
import { Construct } from "constructs";
import {
  ALL_METHODS,
  beanstalkLoadBalancer,
  Distribution,
  LoadBalancerOrigin,
  suppressFindings,
} from "../modules";
import { BaseStack, stateOf } from "./base-stack";
import { commonProps, lockHeaders } from "./distribution-settings";
import { httpOnlyChoice } from "./http-only-choice";
import type { Settings } from "./settings";
import type { BeanstalkEnvironment, BeanstalkSettings } from "./settings/beanstalk";

/** Without them a web frontend on another domain sees errors of CORS. */
const CORS_HEADERS = ["Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"];

/**
 * Reference architecture: existing Elastic Beanstalk environments, each behind a distribution of its
 * own. Their load balancers are found by the tag that Elastic Beanstalk gives them.
 */
export class BeanstalkStack extends BaseStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly settings: Settings,
    beanstalk: BeanstalkSettings,
  ) {
    super(scope, id, settings, { state: stateOf(id, settings) });
    for (const environment of beanstalk.environments) {
      this.addEnvironment(environment, beanstalk.forward);
    }
  }

  private addEnvironment(
    { domain, name: environmentName, protocol }: BeanstalkEnvironment,
    forward: BeanstalkSettings["forward"],
  ): void {
    const { environment, project } = this.settings;
    const name = `${project}-${environment}-${environmentName}`;
    const scope = new Construct(this, addressOf(environmentName));

    const cachePolicy = new CloudfrontCachePolicy(scope, "CachePolicy", {
      name: `${name}-no-cache`,
      comment: "Keeps nothing",
      minTtl: 0,
      defaultTtl: 0,
      maxTtl: 0,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
      lifecycle: { createBeforeDestroy: true },
    });
    const originRequestPolicy = new CloudfrontOriginRequestPolicy(scope, "OriginRequestPolicy", {
      name: `${name}-cors`,
      comment: "Headers of CORS, and what the application needs",
      headersConfig:
        forward.headers === "all"
          ? { headerBehavior: "allExcept", headers: { items: ["Host"] } }
          : {
              headerBehavior: "whitelist",
              headers: { items: [...CORS_HEADERS, ...forward.headers] },
            },
      cookiesConfig: { cookieBehavior: forward.cookies ? "all" : "none" },
      queryStringsConfig: { queryStringBehavior: forward.queryStrings ? "all" : "none" },
      lifecycle: { createBeforeDestroy: true },
    });
    const { distribution } = new Distribution(scope, "Distribution", {
      // The names point at the environment until now; the distribution takes its place.
      ...commonProps(this.settings, domain && { ...domain, replaceRecords: true }),
      name,
      comment: environmentName,
      defaultRootObject: "",
      origins: {
        beanstalk: new LoadBalancerOrigin({
          loadBalancer: beanstalkLoadBalancer(environmentName),
          protocol,
          customHeaders: lockHeaders(scope, name, this.settings),
        }),
      },
      defaultBehavior: {
        targetOriginId: "beanstalk",
        allowedMethods: ALL_METHODS,
        cachePolicyId: cachePolicy.id,
        originRequestPolicyId: originRequestPolicy.id,
      },
    });
    suppressFindings(distribution, httpOnlyChoice(protocol, "beanstalk", "BEANSTALK_PROTOCOL"));

    const prefix = addressOf(environmentName);
    this.output(`${prefix}_url`, distribution.domainName, `Domain of ${environmentName}`);
    this.output(`${prefix}_distribution_id`, distribution.id, `Distribution of ${environmentName}`);
  }
}

/** The name of an environment as a part of addresses. */
function addressOf(environmentName: string): string {
  return /^[a-z]/.test(environmentName) ? environmentName : `_${environmentName}`;
}
