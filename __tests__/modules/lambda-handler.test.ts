import { LambdaHandler, type LambdaHandlerProps } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

const minimum: LambdaHandlerProps = { functionName: "echo", folder: "assets/handlers/api" };

const synth = (props: Partial<LambdaHandlerProps> = {}) =>
  synthesize((scope) => {
    new LambdaHandler(scope, "api", { ...minimum, ...props });
  });

describe("LambdaHandler", () => {
  it("needs a name and a folder", () => {
    const stack = synth();
    expect(addresses(stack)).toEqual([
      "aws_cloudwatch_log_group.api",
      "aws_iam_role.api",
      "aws_iam_role_policy.api",
      "aws_lambda_function.api",
    ]);
    expect(resource(stack, "aws_lambda_function.api")).toMatchObject({
      function_name: "echo",
      runtime: "nodejs22.x",
      handler: "index.handler",
      memory_size: 256,
      timeout: 10,
      role: "${aws_iam_role.api.arn}",
      filename: expect.stringMatching(/^assets\/api\/[0-9A-F]{32}\/[0-9a-f]{32}\.zip$/),
      depends_on: ["aws_cloudwatch_log_group.api", "aws_iam_role_policy.api"],
    });
    expect(resource(stack, "aws_cloudwatch_log_group.api")).toEqual({
      name: "/aws/lambda/echo",
      retention_in_days: 30,
    });
  });

  it("renders every prop", () => {
    const props: Required<LambdaHandlerProps> = {
      ...minimum,
      environment: { TABLE: "things" },
      memoryMb: 512,
      timeoutSeconds: 29,
      logRetentionDays: 7,
    };
    const stack = synth(props);
    expect(resource(stack, "aws_lambda_function.api")).toMatchObject({
      environment: { variables: { TABLE: "things" } },
      memory_size: 512,
      timeout: 29,
    });
    expect(resource(stack, "aws_cloudwatch_log_group.api").retention_in_days).toBe(7);
  });

  it("refuses a name that Lambda and IAM would refuse", () => {
    expect(() => synth({ functionName: "x".repeat(65) })).toThrow(
      /the name of the Lambda function has at most 64 characters, but "x{65}" has 65; choose a shorter name \(at test\/api\)/,
    );
  });

  it("may write to its own log group and nothing else", () => {
    const policy = JSON.parse(String(resource(synth(), "aws_iam_role_policy.api").policy));
    expect(policy.Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "${aws_cloudwatch_log_group.api.arn}:*",
      },
    ]);
  });
});
