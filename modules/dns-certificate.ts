import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Token } from "cdktf";
import { Construct } from "constructs";
import { type HostedZone, hostedZoneId } from "./hosted-zone";

/** Properties for a {@link DnsCertificate}. */
export interface DnsCertificateProps {
  /** The names it covers, the main one first. */
  readonly names: readonly [string, ...string[]];

  /** Where the records go that prove the names are yours. */
  readonly hostedZone: HostedZone;

  /**
   * The provider of the certificate's region.
   *
   * @default - the stack's own region
   */
  readonly provider?: AwsProvider;
}

/**
 * A certificate from AWS Certificate Manager, validated through records in Route 53. It is renewed
 * by AWS as long as the records stay.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class DnsCertificate extends Construct {
  /** ARN of the certificate, known once it is valid. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { hostedZone, names, provider }: DnsCertificateProps) {
    super(scope, id);
    const [domainName, ...others] = names;
    const certificate = new AcmCertificate(this, "Resource", {
      domainName,
      ...(others.length === 0 ? {} : { subjectAlternativeNames: others }),
      validationMethod: "DNS",
      provider,
      // One that a distribution uses cannot be deleted.
      lifecycle: { createBeforeDestroy: true },
    });
    const records = new Route53Record(this, "validation", {
      zoneId: hostedZoneId(this, hostedZone),
      name: "${each.value.resource_record_name}",
      type: "${each.value.resource_record_type}",
      records: ["${each.value.resource_record_value}"],
      ttl: 300,
      // Two names of one zone may ask for the same record.
      allowOverwrite: true,
    });
    // Not CDKTF's iterator: it makes a list of this set, and a list of values that are not known yet
    // has no known keys, so that the first plan would fail.
    records.addOverride(
      "for_each",
      `\${{ for option in aws_acm_certificate.${certificate.friendlyUniqueId}.domain_validation_options : option.domain_name => option }}`,
    );
    const validation = new AcmCertificateValidation(this, "Validation", {
      certificateArn: certificate.arn,
      validationRecordFqdns: Token.asList(
        `\${[for record in aws_route53_record.${records.friendlyUniqueId} : record.fqdn]}`,
      ),
      provider,
    });
    this.arn = validation.certificateArn;
  }
}
