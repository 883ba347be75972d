import { ApiGatewayBasePathMapping } from "@cdktf/provider-aws/lib/api-gateway-base-path-mapping";
import { ApiGatewayDomainName } from "@cdktf/provider-aws/lib/api-gateway-domain-name";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { DnsCertificate } from "./dns-certificate";
import { type HostedZone, hostedZoneId, zoneProblem } from "./hosted-zone";
import { aliasProblem } from "./private/alias";
import type { RestApi } from "./rest-api";
import { usEast1 } from "./us-east-1";

/** Properties for an {@link ApiDomain}. */
export interface ApiDomainProps {
  /** The domain's name. */
  readonly domainName: string;

  /** Where the certificate's and the domain's records go. */
  readonly hostedZone: HostedZone;

  /** The API behind it. */
  readonly api: RestApi;

  /** The first segment of the path, which stands for the API's stage. */
  readonly basePath: string;

  /**
   * `EDGE` puts a second CloudFront distribution, one of AWS's, in front of the API.
   *
   * @default "REGIONAL"
   */
  readonly endpointType?: "REGIONAL" | "EDGE";
}

/**
 * A domain name of yours for a REST API, with certificate, base path mapping and DNS records.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export class ApiDomain extends Construct {
  readonly domain: ApiGatewayDomainName;

  constructor(scope: Construct, id: string, props: ApiDomainProps) {
    super(scope, id);
    const { api, basePath, domainName, hostedZone } = props;
    const problem = aliasProblem(domainName) ?? zoneProblem(domainName, hostedZone);
    if (problem !== undefined) {
      throw new Error(`domainName ${problem}, got "${domainName}" (at ${this.node.path})`);
    }
    const isEdge = props.endpointType === "EDGE";
    const certificate = new DnsCertificate(this, "certificate", {
      names: [domainName],
      hostedZone,
      // An edge-optimized domain takes a certificate from us-east-1 alone.
      ...(isEdge ? { provider: usEast1(this) } : {}),
    });
    this.domain = new ApiGatewayDomainName(this, "Resource", {
      domainName,
      securityPolicy: "TLS_1_2",
      endpointConfiguration: { types: [isEdge ? "EDGE" : "REGIONAL"] },
      ...(isEdge
        ? { certificateArn: certificate.arn }
        : { regionalCertificateArn: certificate.arn }),
    });
    new ApiGatewayBasePathMapping(this, "Mapping", {
      domainName: this.domain.domainName,
      apiId: api.restApi.id,
      stageName: api.stage.stageName,
      basePath,
    });
    for (const type of ["A", "AAAA"]) {
      new Route53Record(this, type.toLowerCase(), {
        zoneId: hostedZoneId(this, hostedZone),
        name: domainName,
        type,
        alias: isEdge
          ? {
              name: this.domain.cloudfrontDomainName,
              zoneId: this.domain.cloudfrontZoneId,
              evaluateTargetHealth: false,
            }
          : {
              name: this.domain.regionalDomainName,
              zoneId: this.domain.regionalZoneId,
              evaluateTargetHealth: false,
            },
      });
    }
  }
}
