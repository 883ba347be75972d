import type { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { Construct } from "constructs";
import { hostOf } from "../private/invoke-host";
import { firstSegment } from "../private/path-pattern";
import { renderCustomOrigin, renderOriginOptions } from "../private/render-origin";
import type { IOrigin } from "./origin";
import type { CustomOriginOptions } from "./origin-options";

/** Properties for an {@link HttpApiOrigin}. */
export interface HttpApiOriginProps extends CustomOriginOptions {
  /** The API. */
  readonly api: Apigatewayv2Api;

  /**
   * The stage that answers. A named stage is the path's first segment, unless `stageAsOriginPath`.
   *
   * @default "$default" - no stage in the path
   */
  readonly stageName?: string;

  /**
   * Whether CloudFront puts the named stage in front of the path it sends.
   *
   * @default false
   */
  readonly stageAsOriginPath?: boolean;
}

/**
 * Sends requests to an API Gateway HTTP API, over TLS 1.2.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 */
export class HttpApiOrigin implements IOrigin {
  constructor(private readonly props: HttpApiOriginProps) {}

  bind(_scope: Construct, originId: string): CloudfrontDistributionOrigin {
    const { api, stageAsOriginPath } = this.props;
    return {
      originId,
      domainName: hostOf(api.apiEndpoint),
      ...(this.isNamed && stageAsOriginPath === true ? { originPath: `/${this.stageName}` } : {}),
      customOriginConfig: renderCustomOrigin(this.props),
      ...renderOriginOptions(this.props),
    };
  }

  patternProblem(pathPattern: string): string | undefined {
    if (!this.isNamed || this.props.stageAsOriginPath === true) return undefined;
    if (firstSegment(pathPattern) === this.stageName) return undefined;
    return `must start with the API's stage "/${this.stageName}/", or set stageAsOriginPath`;
  }

  private get stageName(): string {
    return this.props.stageName ?? "$default";
  }

  private get isNamed(): boolean {
    return this.stageName !== "$default";
  }
}
