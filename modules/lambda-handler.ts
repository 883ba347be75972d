import { resolve } from "node:path";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "./private/bucket-policy";
import { packHandler } from "./private/handler-archive";
import { withinLimit } from "./private/name-limit";

/** Properties for a {@link LambdaHandler}. */
export interface LambdaHandlerProps {
  /** The function's name, unique in the account and region; at most 64 characters. */
  readonly functionName: string;

  /** Folder with an `index.mjs` that exports `handler`, relative to the project. */
  readonly folder: string;

  /**
   * Environment variables of the function.
   *
   * @default - none
   */
  readonly environment?: Readonly<Record<string, string>>;

  /**
   * Memory in MB; processor time grows with it.
   *
   * @default 256
   */
  readonly memoryMb?: number;

  /**
   * Seconds after which Lambda ends a call. API Gateway waits 29 s at most.
   *
   * @default 10
   */
  readonly timeoutSeconds?: number;

  /**
   * Days for which CloudWatch keeps the function's log.
   *
   * @default 30
   */
  readonly logRetentionDays?: number;
}

/**
 * A Lambda function on the current Node.js runtime, with a log group of its own and a role that
 * may write to that log group and nothing else.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export class LambdaHandler extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: LambdaHandlerProps) {
    super(scope, id);
    const functionName = withinLimit("Lambda function", props.functionName, this.node.path);
    const archive = packHandler(props.folder);
    const asset = new TerraformAsset(this, "Asset", {
      path: resolve(archive.path),
      type: AssetType.FILE,
    });
    const logGroup = new CloudwatchLogGroup(this, "LogGroup", {
      name: `/aws/lambda/${functionName}`,
      retentionInDays: props.logRetentionDays ?? 30,
    });
    const role = new IamRole(this, "Role", {
      name: functionName,
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ]),
    });
    const mayLog = new IamRolePolicy(this, "RolePolicy", {
      name: "write-log",
      role: role.id,
      policy: policyDocument([
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `${logGroup.arn}:*`,
        },
      ]),
    });
    this.function = new LambdaFunction(this, "Resource", {
      functionName,
      role: role.arn,
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      filename: asset.path,
      sourceCodeHash: archive.hash,
      memorySize: props.memoryMb ?? 256,
      timeout: props.timeoutSeconds ?? 10,
      ...(props.environment === undefined ? {} : { environment: { variables: props.environment } }),
      // Otherwise Lambda makes a log group without retention on the first call.
      dependsOn: [logGroup, mayLog],
    });
  }
}
