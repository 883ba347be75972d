// The one extension point of a distribution: what it can fetch from.
import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { Construct } from "constructs";

/** What an origin may know of the distribution it is bound to. */
export interface BoundDistribution {
  /** Start of the names of account-wide resources, such as an origin access control. */
  readonly name: string;
  /** The distribution's ARN, a token. */
  readonly arn: string;
}

/** Anything CloudFront can fetch from: one class per kind of backend implements it. */
export interface IOrigin {
  /**
   * Defines the resources this origin needs under `scope` and describes it to CloudFront.
   *
   * @param scope where to define supporting resources, such as an origin access control
   * @param originId the id that cache behaviors use to point at this origin
   * @param distribution the distribution that will fetch from it
   */
  bind(
    scope: Construct,
    originId: string,
    distribution: BoundDistribution,
  ): CloudfrontDistributionOrigin;

  /** Says why requests of a path pattern would not find their way at this origin, if they would not. */
  patternProblem?(pathPattern: string): string | undefined;
}
