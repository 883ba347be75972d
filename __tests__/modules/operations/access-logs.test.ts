import type { AccessLogsProps } from "../../../modules";
import { withOperations } from "../../support/operated-distribution";
import { resource } from "../../support/synth";

const synth = (accessLogs: AccessLogsProps = {}, name = "Shop") =>
  withOperations({ accessLogs }, name);

const days = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_s3_bucket_lifecycle_configuration.distribution_logs_bucket").rule;

describe("the access log of a distribution", () => {
  it("is delivered from us-east-1 into a bucket of its own", () => {
    const stack = synth();
    const provider = "aws.us_east_1";
    expect(resource(stack, "aws_cloudwatch_log_delivery_source.distribution_logs_source")).toEqual({
      name: "Shop",
      log_type: "ACCESS_LOGS",
      resource_arn: "${aws_cloudfront_distribution.distribution.arn}",
      provider,
    });
    expect(
      resource(stack, "aws_cloudwatch_log_delivery_destination.distribution_logs_destination"),
    ).toEqual({
      name: "Shop",
      output_format: "json",
      delivery_destination_configuration: [
        { destination_resource_arn: "${aws_s3_bucket.distribution_logs_bucket.arn}" },
      ],
      provider,
    });
    expect(resource(stack, "aws_cloudwatch_log_delivery.distribution_logs_delivery")).toEqual({
      delivery_source_name: "${aws_cloudwatch_log_delivery_source.distribution_logs_source.name}",
      delivery_destination_arn:
        "${aws_cloudwatch_log_delivery_destination.distribution_logs_destination.arn}",
      depends_on: ["aws_s3_bucket_policy.distribution_logs_bucket"],
      provider,
    });
  });

  it("is written by this delivery alone", () => {
    const { policy } = resource(synth(), "aws_s3_bucket_policy.distribution_logs_bucket");
    expect(JSON.parse(String(policy)).Statement[1]).toEqual({
      Sid: "AllowLogDelivery",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "${aws_s3_bucket.distribution_logs_bucket.arn}/*",
      Condition: {
        ArnLike: {
          "aws:SourceArn": "${aws_cloudwatch_log_delivery_source.distribution_logs_source.arn}",
        },
      },
    });
  });

  it("is kept for 90 days unless told otherwise", () => {
    expect(days(synth())).toMatchObject([{ expiration: [{ days: 90 }] }]);
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<AccessLogsProps> = { retentionDays: 7 };
    expect(days(synth(props))).toMatchObject([{ expiration: [{ days: 7 }] }]);
  });

  it("shortens the start of the bucket's name to what S3 takes, but no other name", () => {
    const name = `Shop-${"x".repeat(55)}`;
    expect(resource(synth({}, name), "aws_s3_bucket.distribution_logs_bucket").bucket_prefix).toBe(
      `shop-${"x".repeat(26)}-logs-`,
    );
    expect(() => synth({}, `${name}x`)).toThrow(
      /the name of the log delivery has at most 60 characters, but "Shop-x{56}" has 61/,
    );
  });
});
