import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { DataAwsLb } from "@cdktf/provider-aws/lib/data-aws-lb";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { Construct } from "constructs";
import { type HostedZone, hostedZoneId, zoneProblem } from "../hosted-zone";
import { HostOrigin } from "./host-origin";
import type { IOrigin } from "./origin";
import type { CustomOriginOptions } from "./origin-options";

/** Which load balancer: by what is known of it. */
export type LoadBalancerLookup =
  | { readonly dnsName: string }
  | { readonly arn: string }
  | { readonly tags: Readonly<Record<string, string>> };

/** How CloudFront reaches the load balancer. */
export type LoadBalancerProtocol =
  /** HTTP on port 80: cookies and tokens travel in the clear between edge and load balancer. */
  | "http-only"
  | {
      /**
       * A name of yours that the load balancer's certificate covers. No certificate can name
       * `*.elb.amazonaws.com`, so HTTPS needs such a name.
       */
      readonly httpsDomainName: string;
      /**
       * The hosted zone in which a record from that name to the load balancer is made.
       *
       * @default - none: the record exists already
       */
      readonly hostedZone?: HostedZone;
    };

/** Properties for a {@link LoadBalancerOrigin}. */
export interface LoadBalancerOriginProps extends CustomOriginOptions {
  /** How it is found: by its DNS name, its ARN or its tags. */
  readonly loadBalancer: LoadBalancerLookup;

  /** There is no default: HTTP only must be somebody's choice. */
  readonly protocol: LoadBalancerProtocol;
}

/**
 * Sends requests to an existing Application Load Balancer.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
 */
export class LoadBalancerOrigin implements IOrigin {
  constructor(private readonly props: LoadBalancerOriginProps) {}

  bind(scope: Construct, originId: string): CloudfrontDistributionOrigin {
    const { protocol } = this.props;
    const target = this.findTarget(scope);
    if (protocol === "http-only") {
      return new HostOrigin({
        ...this.props,
        domainName: target.dnsName,
        protocolPolicy: "http-only",
      }).bind(scope, originId);
    }
    const { hostedZone, httpsDomainName } = protocol;
    if (hostedZone !== undefined) {
      const problem = zoneProblem(httpsDomainName, hostedZone);
      if (problem !== undefined) {
        throw new Error(
          `httpsDomainName ${problem}, got "${httpsDomainName}"; leave hostedZone out when the record exists already (at ${scope.node.path})`,
        );
      }
      new Route53Record(scope, "Record", {
        zoneId: hostedZoneId(scope, hostedZone),
        name: httpsDomainName,
        ...(target.zoneId === undefined
          ? { type: "CNAME", ttl: 300, records: [target.dnsName] }
          : {
              type: "A",
              alias: { name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: false },
            }),
      });
    }
    return new HostOrigin({ ...this.props, domainName: httpsDomainName }).bind(scope, originId);
  }

  /** Looks the load balancer up, unless its name is all that is needed. */
  private findTarget(scope: Construct): { readonly dnsName: string; readonly zoneId?: string } {
    const { loadBalancer } = this.props;
    if ("dnsName" in loadBalancer) return loadBalancer;
    return new DataAwsLb(scope, "LoadBalancer", loadBalancer);
  }
}

/** The load balancer of an Elastic Beanstalk environment, found by the tag Elastic Beanstalk gives it. */
export function beanstalkLoadBalancer(environmentName: string): LoadBalancerLookup {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]{2,38}[A-Za-z0-9])$/.test(environmentName)) {
    throw new Error(
      `an Elastic Beanstalk environment's name has 4 to 40 letters, digits or hyphens, got "${environmentName}"`,
    );
  }
  return { tags: { "elasticbeanstalk:environment-name": environmentName } };
}
