import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import { CloudfrontOriginAccessIdentity } from "@cdktf/provider-aws/lib/cloudfront-origin-access-identity";
import type { Construct } from "constructs";
import { allowDistribution, allowIdentity } from "../private/bucket-policy";
import { withinLimit } from "../private/name-limit";
import { renderOriginOptions } from "../private/render-origin";
import type { PrivateBucket } from "../private-bucket";
import type { BoundDistribution, IOrigin } from "./origin";
import type { OriginOptions } from "./origin-options";

/** How CloudFront proves to S3 who it is. */
export type BucketAccess = "control" | "identity" | "identity-then-control";

/** Properties for an {@link S3BucketOrigin}. */
export interface S3BucketOriginProps extends OriginOptions {
  /**
   * How CloudFront proves to S3 who it is: an origin access control, or the older origin access
   * identity for a distribution that still has one. `identity-then-control` is the step between: the
   * identity goes on asking, and the bucket lets the access control in, too. Without it the places
   * that have the new distribution already are refused until the bucket's policy has changed.
   *
   * @default "control"
   */
  readonly access?: BucketAccess;
}

/** AWS refuses to delete what a distribution still names. */
const IN_USE = { createBeforeDestroy: true } as const;

/**
 * Serves the objects of a private bucket, and lets this distribution alone read them.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export class S3BucketOrigin implements IOrigin {
  constructor(
    private readonly source: PrivateBucket,
    private readonly props: S3BucketOriginProps = {},
  ) {}

  bind(
    scope: Construct,
    originId: string,
    distribution: BoundDistribution,
  ): CloudfrontDistributionOrigin {
    const { bucket } = this.source;
    const common = {
      originId,
      domainName: bucket.bucketRegionalDomainName,
      ...renderOriginOptions(this.props),
    };
    const { access = "control" } = this.props;
    if (access !== "identity") {
      this.source.grant(allowDistribution(bucket.arn, distribution.arn));
    }
    if (access !== "control") {
      const identity = new CloudfrontOriginAccessIdentity(scope, "OriginAccessIdentity", {
        comment: `${distribution.name}-${originId}`,
        lifecycle: IN_USE,
      });
      this.source.grant(allowIdentity(bucket.arn, identity.iamArn));
      return {
        ...common,
        s3OriginConfig: { originAccessIdentity: identity.cloudfrontAccessIdentityPath },
      };
    }
    const control = new CloudfrontOriginAccessControl(scope, "OriginAccessControl", {
      name: withinLimit(
        "origin access control",
        `${distribution.name}-${originId}`,
        scope.node.path,
      ),
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
      lifecycle: IN_USE,
    });
    return { ...common, originAccessControlId: control.id };
  }
}
