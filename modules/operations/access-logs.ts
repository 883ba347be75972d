import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import { Construct } from "constructs";
import type { AccessLogsProps } from "../operations";
import { withinLimit } from "../private/name-limit";
import { PrivateBucket } from "../private-bucket";
import { usEast1 } from "../us-east-1";

/**
 * An access log of a distribution in a bucket of its own, delivered by CloudWatch Logs (v2), which
 * needs no access control lists.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export class AccessLogs extends Construct {
  constructor(
    scope: Construct,
    id: string,
    distribution: CloudfrontDistribution,
    { name: delivery, retentionDays }: AccessLogsProps & { readonly name: string },
  ) {
    super(scope, id);
    const name = withinLimit("log delivery", delivery, this.node.path);
    const logs = new PrivateBucket(this, "bucket", {
      bucketPrefix: `${name.slice(0, 31).toLowerCase()}-logs-`,
      expirationDays: retentionDays ?? 90,
    });
    const source = new CloudwatchLogDeliverySource(this, "source", {
      name,
      logType: "ACCESS_LOGS",
      resourceArn: distribution.arn,
      provider: usEast1(this),
    });
    logs.grant({
      Sid: "AllowLogDelivery",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${logs.bucket.arn}/*`,
      Condition: { ArnLike: { "aws:SourceArn": source.arn } },
    });
    const destination = new CloudwatchLogDeliveryDestination(this, "destination", {
      name,
      outputFormat: "json",
      deliveryDestinationConfiguration: [{ destinationResourceArn: logs.bucket.arn }],
      provider: usEast1(this),
    });
    new CloudwatchLogDelivery(this, "delivery", {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      provider: usEast1(this),
      // The first delivery is tried at once.
      dependsOn: [logs.policy],
    });
  }
}
