import type { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";

import type { Construct } from "constructs";
import { hostOf } from "../private/invoke-host";
import { firstSegment } from "../private/path-pattern";
import { renderCustomOrigin, renderOriginOptions } from "../private/render-origin";
import type { IOrigin } from "./origin";
import type { CustomOriginOptions } from "./origin-options";

/** Properties for a {@link RestApiOrigin}. */
export interface RestApiOriginProps extends CustomOriginOptions {
  /** The stage that answers. */
  readonly stage: ApiGatewayStage;

  /** The stage's name, as a literal: path patterns are checked against it. */
  readonly stageName: string;

  /**
   * Whether CloudFront puts the stage in front of the path it sends. Then the API has resources
   * under the pattern's prefix: a viewer's `/api/users` reaches stage `prod`, resource `/api/users`.
   *
   * @default false - the path's first segment is the stage: `/api/users` reaches stage `api`, resource `/users`
   */
  readonly stageAsOriginPath?: boolean;
}

/**
 * Sends requests to a stage of an API Gateway REST API, over TLS 1.2.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html
 */
export class RestApiOrigin implements IOrigin {
  constructor(private readonly props: RestApiOriginProps) {}

  bind(_scope: Construct, originId: string): CloudfrontDistributionOrigin {
    const { stage, stageName, stageAsOriginPath } = this.props;
    return {
      originId,
      // `invoke_url` is `https://<api>.execute-api.<region>.amazonaws.com/<stage>`; an origin is the host alone.
      domainName: hostOf(stage.invokeUrl),
      ...(stageAsOriginPath === true ? { originPath: `/${stageName}` } : {}),
      customOriginConfig: renderCustomOrigin(this.props),
      ...renderOriginOptions(this.props),
    };
  }

  patternProblem(pathPattern: string): string | undefined {
    const { stageName, stageAsOriginPath } = this.props;
    const segment = firstSegment(pathPattern);
    if (stageAsOriginPath === true || segment === stageName) return undefined;
    const found = segment === undefined ? "no whole literal segment" : `"${segment}"`;
    return `starts with ${found}, but without an origin path the first segment is the API's stage, and that is "${stageName}"; name the stage like the segment or set stageAsOriginPath`;
  }
}
