import {
  Distribution,
  PrivateBucket,
  S3BucketOrigin,
  type S3BucketOriginProps,
} from "../../../modules";
import { ORIGIN_OPTIONS, RENDERED_OPTIONS } from "../../support/origin-options";
import { resource, synthesize } from "../../support/synth";

const synth = (props?: S3BucketOriginProps, name = "shop") =>
  synthesize((scope) => {
    const site = new PrivateBucket(scope, "site");
    new Distribution(scope, "distribution", {
      name,
      origins: { s3: new S3BucketOrigin(site, props) },
      defaultBehavior: { targetOriginId: "s3" },
    });
  });

const grants = (stack: ReturnType<typeof synth>) =>
  JSON.parse(String(resource(stack, "aws_s3_bucket_policy.site").policy)).Statement.slice(1);

const grant = (stack: ReturnType<typeof synth>) => grants(stack)[0];

const origin = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_cloudfront_distribution.distribution").origin;

describe("S3BucketOrigin", () => {
  it("signs every request with an origin access control", () => {
    const stack = synth();
    expect(origin(stack)).toEqual([
      {
        origin_id: "s3",
        domain_name: "${aws_s3_bucket.site.bucket_regional_domain_name}",
        origin_access_control_id: "${aws_cloudfront_origin_access_control.distribution_s3.id}",
      },
    ]);
    expect(resource(stack, "aws_cloudfront_origin_access_control.distribution_s3")).toMatchObject({
      name: "shop-s3",
      origin_access_control_origin_type: "s3",
      signing_behavior: "always",
      signing_protocol: "sigv4",
    });
  });

  it("lets this distribution alone read", () => {
    expect(grant(synth())).toEqual({
      Sid: "AllowDistribution",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: "${aws_s3_bucket.site.arn}/*",
      Condition: {
        StringEquals: { "AWS:SourceArn": "${aws_cloudfront_distribution.distribution.arn}" },
      },
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<S3BucketOriginProps> = {
      access: "control",
      ...ORIGIN_OPTIONS,
    };
    expect(origin(synth(props))).toMatchObject([
      {
        origin_access_control_id: "${aws_cloudfront_origin_access_control.distribution_s3.id}",
        ...RENDERED_OPTIONS,
      },
    ]);
  });

  it("refuses a name of the access control that AWS would refuse", () => {
    expect(() => synth({}, "x".repeat(62))).toThrow(
      /the name of the origin access control has at most 64 characters, but "x{62}-s3" has 65/,
    );
  });

  it("can keep an origin access identity", () => {
    const stack = synth({ access: "identity" });
    expect(origin(stack)).toMatchObject([
      {
        s3_origin_config: {
          origin_access_identity:
            "${aws_cloudfront_origin_access_identity.distribution_s3.cloudfront_access_identity_path}",
        },
      },
    ]);
    expect(grant(stack)).toMatchObject({
      Principal: { AWS: "${aws_cloudfront_origin_access_identity.distribution_s3.iam_arn}" },
      Action: "s3:GetObject",
    });
  });

  it("lets both in on the way from an identity to an access control", () => {
    const stack = synth({ access: "identity-then-control" });
    expect(origin(stack)).toEqual(origin(synth({ access: "identity" })));
    expect(grants(stack)).toEqual([
      grant(synth({ access: "control" })),
      grant(synth({ access: "identity" })),
    ]);
  });

  it.each([
    ["control", "aws_cloudfront_origin_access_control.distribution_s3"],
    ["identity", "aws_cloudfront_origin_access_identity.distribution_s3"],
  ] as const)(
    "lets the %s go after the distribution, since AWS refuses to delete it before",
    (access, address) => {
      expect(resource(synth({ access }), address).lifecycle).toEqual({
        create_before_destroy: true,
      });
    },
  );
});
