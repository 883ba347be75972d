import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import type { LambdaFunctionUrl } from "@cdktf/provider-aws/lib/lambda-function-url";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { hostOf } from "../private/invoke-host";
import { withinLimit } from "../private/name-limit";
import { renderCustomOrigin, renderOriginOptions } from "../private/render-origin";
import type { BoundDistribution, IOrigin } from "./origin";
import type { CustomOriginOptions } from "./origin-options";

/** Properties for a {@link FunctionUrlOrigin}. */
export interface FunctionUrlOriginProps extends CustomOriginOptions {
  /** A function URL with `authorization_type` `AWS_IAM`, so that nobody passes CloudFront by. */
  readonly functionUrl: LambdaFunctionUrl;
}

/**
 * Sends requests to a Lambda function URL and lets this distribution alone invoke it. A viewer that
 * sends a body must send its SHA-256 in `x-amz-content-sha256`, or Lambda answers 403.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */
export class FunctionUrlOrigin implements IOrigin {
  constructor(private readonly props: FunctionUrlOriginProps) {}

  bind(
    scope: Construct,
    originId: string,
    distribution: BoundDistribution,
  ): CloudfrontDistributionOrigin {
    const { functionUrl } = this.props;
    validateUrl(scope.node.path, functionUrl);
    const control = new CloudfrontOriginAccessControl(scope, "OriginAccessControl", {
      name: withinLimit(
        "origin access control",
        `${distribution.name}-${originId}`,
        scope.node.path,
      ),
      originAccessControlOriginType: "lambda",
      signingBehavior: "always",
      signingProtocol: "sigv4",
      lifecycle: { createBeforeDestroy: true },
    });
    // Lambda asks for both since October 2025.
    this.allow(scope, "url", "lambda:InvokeFunctionUrl", distribution);
    this.allow(scope, "function", "lambda:InvokeFunction", distribution);
    return {
      originId,
      domainName: hostOf(functionUrl.functionUrl),
      originAccessControlId: control.id,
      customOriginConfig: renderCustomOrigin(this.props),
      ...renderOriginOptions(this.props),
    };
  }

  private allow(scope: Construct, id: string, action: string, { arn }: BoundDistribution): void {
    new LambdaPermission(scope, id, {
      action,
      functionName: this.props.functionUrl.functionName,
      principal: "cloudfront.amazonaws.com",
      sourceArn: arn,
    });
  }
}

/** Without `AWS_IAM` the URL answers everybody, whatever CloudFront signs. */
function validateUrl(path: string, { authorizationTypeInput: type }: LambdaFunctionUrl): void {
  if (type === undefined || Token.isUnresolved(type) || type === "AWS_IAM") return;
  throw new Error(
    `authorizationType of the function URL must be AWS_IAM, or everybody passes CloudFront by, got "${type}" (at ${path})`,
  );
}
