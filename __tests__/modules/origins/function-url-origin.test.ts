import { LambdaFunctionUrl } from "@cdktf/provider-aws/lib/lambda-function-url";
import {
  Distribution,
  FunctionUrlOrigin,
  type FunctionUrlOriginProps,
  LambdaHandler,
} from "../../../modules";
import { CUSTOM_ORIGIN_OPTIONS, RENDERED_CUSTOM_OPTIONS } from "../../support/origin-options";
import { resource, synthesize } from "../../support/synth";

const synth = (
  props: Partial<FunctionUrlOriginProps> = {},
  { authorizationType = "AWS_IAM", name = "shop" } = {},
) =>
  synthesize((scope) => {
    const { function: handler } = new LambdaHandler(scope, "api", {
      functionName: "api",
      folder: "assets/handlers/api",
    });
    const functionUrl = new LambdaFunctionUrl(scope, "api_url", {
      functionName: handler.functionName,
      authorizationType,
    });
    new Distribution(scope, "distribution", {
      name,
      origins: { api: new FunctionUrlOrigin({ functionUrl, ...props }) },
      defaultBehavior: { targetOriginId: "api" },
    });
  });

const origin = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_cloudfront_distribution.distribution").origin;

describe("FunctionUrlOrigin", () => {
  it("signs every request with an origin access control, over HTTPS only", () => {
    const stack = synth();
    expect(origin(stack)).toEqual([
      {
        origin_id: "api",
        domain_name:
          '${replace(aws_lambda_function_url.api_url.function_url, "/^https?://([^/]*).*/", "$1")}',
        origin_access_control_id: "${aws_cloudfront_origin_access_control.distribution_api.id}",
        custom_origin_config: {
          http_port: 80,
          https_port: 443,
          origin_protocol_policy: "https-only",
          origin_ssl_protocols: ["TLSv1.2"],
        },
      },
    ]);
    expect(resource(stack, "aws_cloudfront_origin_access_control.distribution_api")).toEqual({
      name: "shop-api",
      origin_access_control_origin_type: "lambda",
      signing_behavior: "always",
      signing_protocol: "sigv4",
      lifecycle: { create_before_destroy: true },
    });
  });

  it.each([
    ["url", "lambda:InvokeFunctionUrl"],
    ["function", "lambda:InvokeFunction"],
  ])("lets this distribution alone invoke the %s", (id, action) => {
    expect(resource(synth(), `aws_lambda_permission.distribution_api_${id}`)).toEqual({
      action,
      function_name: "${aws_lambda_function_url.api_url.function_name}",
      principal: "cloudfront.amazonaws.com",
      source_arn: "${aws_cloudfront_distribution.distribution.arn}",
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<Omit<FunctionUrlOriginProps, "functionUrl">> = {
      ...CUSTOM_ORIGIN_OPTIONS,
    };
    expect(origin(synth(props))).toMatchObject([
      {
        ...RENDERED_CUSTOM_OPTIONS,
      },
    ]);
  });

  it("refuses a function URL that answers everybody", () => {
    expect(() => synth({}, { authorizationType: "NONE" })).toThrow(
      'authorizationType of the function URL must be AWS_IAM, or everybody passes CloudFront by, got "NONE" (at test/distribution/Origins/api)',
    );
  });

  it("refuses a name of the access control that AWS would refuse", () => {
    expect(() => synth({}, { name: "x".repeat(61) })).toThrow(
      /the name of the origin access control has at most 64 characters, but "x{61}-api" has 65/,
    );
  });
});
