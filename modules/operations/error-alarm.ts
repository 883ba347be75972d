import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { ErrorAlarmProps } from "../operations";
import { withinLimit } from "../private/name-limit";
import { usEast1 } from "../us-east-1";

/**
 * Rings when too many answers of a distribution are 5xx. CloudFront's metrics are in us-east-1.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export function addErrorAlarm(
  scope: Construct,
  distribution: CloudfrontDistribution,
  { name, thresholdPercent, topicArn }: ErrorAlarmProps & { readonly name: string },
): void {
  const percent = thresholdPercent ?? 5;
  if (!(percent >= 0 && percent < 100)) {
    throw new Error(
      `thresholdPercent must be from 0 to below 100, got ${percent} (at ${scope.node.path})`,
    );
  }
  new CloudwatchMetricAlarm(scope, "error_alarm", {
    alarmName: withinLimit("alarm", `${name}-5xx`, scope.node.path),
    alarmDescription: "Too many answers are 5xx",
    namespace: "AWS/CloudFront",
    metricName: "5xxErrorRate",
    dimensions: { DistributionId: distribution.id, Region: "Global" },
    statistic: "Average",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    threshold: percent,
    treatMissingData: "notBreaching",
    ...(topicArn === undefined ? {} : { alarmActions: [topicArn] }),
    provider: usEast1(scope),
  });
}
