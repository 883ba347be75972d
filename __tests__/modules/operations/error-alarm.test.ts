import type { ErrorAlarmProps } from "../../../modules";
import { withOperations } from "../../support/operated-distribution";
import { resource } from "../../support/synth";

const synth = (errorAlarm: ErrorAlarmProps = {}, name = "shop") =>
  resource(
    withOperations({ errorAlarm }, name),
    "aws_cloudwatch_metric_alarm.distribution_error_alarm",
  );

describe("the alarm on errors", () => {
  it("shows in us-east-1, where CloudFront's metrics are, when more than 5 % are 5xx", () => {
    expect(synth()).toEqual({
      alarm_name: "shop-5xx",
      alarm_description: "Too many answers are 5xx",
      namespace: "AWS/CloudFront",
      metric_name: "5xxErrorRate",
      dimensions: {
        DistributionId: "${aws_cloudfront_distribution.distribution.id}",
        Region: "Global",
      },
      statistic: "Average",
      period: 300,
      evaluation_periods: 1,
      comparison_operator: "GreaterThanThreshold",
      threshold: 5,
      treat_missing_data: "notBreaching",
      provider: "aws.us_east_1",
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<ErrorAlarmProps> = { thresholdPercent: 0.5, topicArn: "arn:topic" };
    expect(synth(props)).toMatchObject({ threshold: 0.5, alarm_actions: ["arn:topic"] });
  });

  it.each([-1, 100, Number.NaN])("refuses a threshold of %d percent", (thresholdPercent) => {
    expect(() => synth({ thresholdPercent })).toThrow(
      `thresholdPercent must be from 0 to below 100, got ${thresholdPercent} (at test/distribution)`,
    );
  });

  it("refuses a name that AWS would refuse", () => {
    expect(() => synth({}, "x".repeat(252))).toThrow(
      /the name of the alarm has at most 255 characters/,
    );
  });
});
