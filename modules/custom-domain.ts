import type {
  CloudfrontDistribution,
  CloudfrontDistributionViewerCertificate,
} from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { DnsCertificate } from "./dns-certificate";
import { type HostedZone, hostedZoneId, zoneProblem } from "./hosted-zone";
import { aliasProblem, isCovered } from "./private/alias";
import { certificateRegion } from "./private/certificate-arn";
import { usEast1 } from "./us-east-1";

/** The domain of a distribution. */
export interface DomainProps {
  /** The names it answers to, the main one first. */
  readonly names: readonly [string, ...string[]];

  /** Where the names' records go. */
  readonly hostedZone: HostedZone;

  /**
   * A certificate you have. It is in us-east-1, whatever the stack's region.
   *
   * @default - one is made in us-east-1 and validated through the hosted zone
   */
  readonly certificate?: {
    readonly arn: string;
    /**
     * The names it covers, when you know them: then names that it does not cover are refused here.
     *
     * @default - not checked
     */
    readonly names?: readonly string[];
  };

  /**
   * Whether viewers of the other names are sent to the first.
   *
   * @default true
   */
  readonly redirect?: boolean;

  /**
   * Whether the records take the place of address records (A and AAAA) that the names have already,
   * such as those of the server that is behind the distribution now.
   *
   * @default false - Terraform refuses to touch records that it did not make
   */
  readonly replaceRecords?: boolean;
}

/** A certificate and DNS records, so that a distribution answers to names of yours. */
export class CustomDomain extends Construct {
  /** What the distribution says about TLS: SNI only, TLS 1.2 and newer. */
  readonly viewerCertificate: CloudfrontDistributionViewerCertificate;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DomainProps,
  ) {
    super(scope, id);
    validateDomain(this, props);
    const { certificate, hostedZone, names } = props;
    const acmCertificateArn =
      certificate?.arn ??
      new DnsCertificate(this, "certificate", { names, hostedZone, provider: usEast1(this) }).arn;
    this.viewerCertificate = {
      acmCertificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    };
  }

  /** Points the names at the distribution, over IPv4 and IPv6. */
  addRecords(distribution: CloudfrontDistribution): void {
    const { hostedZone, names: all, replaceRecords } = this.props;
    for (const name of all) {
      const names = new Construct(this, name.replace(/[^a-z0-9-]/g, "_").replace(/^(\d)/, "_$1"));
      for (const type of ["A", "AAAA"]) {
        new Route53Record(names, type.toLowerCase(), {
          zoneId: hostedZoneId(this, hostedZone),
          name,
          type,
          ...(replaceRecords === true ? { allowOverwrite: true } : {}),
          alias: {
            name: distribution.domainName,
            zoneId: distribution.hostedZoneId,
            evaluateTargetHealth: false,
          },
        });
      }
    }
  }
}

function validateDomain(scope: Construct, props: DomainProps): void {
  const { certificate, hostedZone, names, redirect } = props;
  const at = `(at ${scope.node.path})`;
  for (const name of names) {
    const problem = aliasProblem(name) ?? zoneProblem(name, hostedZone);
    if (problem !== undefined) throw new Error(`a domain name ${problem}, got "${name}" ${at}`);
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      throw new Error(`the domain name "${name}" is listed twice; list it once ${at}`);
    }
  }
  if (names[0].startsWith("*") && names.length > 1 && redirect !== false) {
    throw new Error(
      `viewers cannot be sent to "${names[0]}"; put a name without * first, or set redirect to false ${at}`,
    );
  }
  if (certificate === undefined) return;
  const { arn, names: covered } = certificate;
  if (!Token.isUnresolved(arn) && certificateRegion(arn) !== "us-east-1") {
    throw new Error(
      `CloudFront takes certificates of AWS Certificate Manager in us-east-1 only, got "${arn}"; request one there, or leave it out and one is made ${at}`,
    );
  }
  const uncovered = names.find((name) => covered !== undefined && !isCovered(name, covered));
  if (uncovered !== undefined) {
    throw new Error(
      `the certificate covers ${covered?.join(", ")}, but not "${uncovered}"; use another certificate or leave the name out ${at}`,
    );
  }
}
