import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { Construct } from "constructs";
import { hostNameProblem, originPathProblem } from "../private/host-name";
import {
  type OriginConnection,
  renderCustomOrigin,
  renderOriginOptions,
} from "../private/render-origin";
import type { IOrigin } from "./origin";
import type { CustomOriginOptions } from "./origin-options";

/** Properties for a {@link HostOrigin}. */
export interface HostOriginProps extends CustomOriginOptions {
  /** The host's name. Its certificate must name it, be trusted and come with its chain. */
  readonly domainName: string;

  /**
   * `http-only` sends cookies and tokens in the clear between edge and host. `match-viewer` needs
   * behaviors that do not take HTTP.
   *
   * @default "https-only"
   */
  readonly protocolPolicy?: OriginConnection["protocolPolicy"];

  /**
   * Port for HTTP: 80, 443, or from 1024.
   *
   * @default 80
   */
  readonly httpPort?: number;

  /**
   * Port for HTTPS: 80, 443, or from 1024.
   *
   * @default 443
   */
  readonly httpsPort?: number;

  /**
   * What CloudFront puts in front of each path, such as `/prod`.
   *
   * @default - nothing
   */
  readonly originPath?: string;
}

/**
 * Sends requests to any host: a load balancer, a machine, a server elsewhere.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
 */
export class HostOrigin implements IOrigin {
  constructor(private readonly props: HostOriginProps) {}

  bind(scope: Construct, originId: string): CloudfrontDistributionOrigin {
    const { domainName, originPath } = this.props;
    const at = `(at ${scope.node.path})`;
    const problem = hostNameProblem(domainName);
    if (problem !== undefined) throw new Error(`domainName ${problem}, got "${domainName}" ${at}`);
    const pathProblem = originPath === undefined ? undefined : originPathProblem(originPath);
    if (pathProblem !== undefined) {
      throw new Error(`originPath ${pathProblem}, got "${originPath}" ${at}`);
    }
    return {
      originId,
      domainName,
      originPath,
      customOriginConfig: renderCustomOrigin(this.props),
      ...renderOriginOptions(this.props),
    };
  }
}
