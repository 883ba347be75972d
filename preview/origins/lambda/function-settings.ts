import { blocks, isBlock, type Resource } from "../../../synthesized/stack";
import { numberOf, textMapOf, textOf } from "../attributes";
import { placeOf } from "../place";

/** An `aws_lambda_function` with Lambda's defaults filled in. */
export interface FunctionSettings {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  /** Such as `nodejs22.x`; `""` for a container image. */
  readonly runtime: string;
  /** Such as `index.handler`. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
  readonly region: string;
  readonly logGroup: string;
}

/** Reads a function's settings; the stack is resolved. */
export function functionSettings(
  { address, name, config }: Resource,
  where: { readonly region: string; readonly accountId: string },
): FunctionSettings {
  const functionName = textOf(config, "function_name") ?? name;
  const arn =
    textOf(config, "arn") ??
    `arn:aws:lambda:${where.region}:${where.accountId}:function:${functionName}`;
  const [environment] = blocks(config.environment);
  const [logging] = blocks(config.logging_config);
  return {
    address,
    name: functionName,
    arn,
    runtime: textOf(config, "runtime") ?? "",
    handler: textOf(config, "handler") ?? "",
    timeoutSeconds: numberOf(config, "timeout") ?? 3,
    memoryMb: numberOf(config, "memory_size") ?? 128,
    variables: isBlock(environment) ? textMapOf(environment, "variables") : {},
    region: placeOf(arn, where).region,
    logGroup:
      (logging === undefined ? undefined : textOf(logging, "log_group")) ??
      `/aws/lambda/${functionName}`,
  };
}

/**
 * The whole environment of a function's process. Nothing comes from the preview's own: no
 * credentials, no settings of tools.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function functionEnvironment(
  settings: FunctionSettings,
  codeFolder: string,
): Record<string, string> {
  return {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    // Otherwise a library would look for credentials in the developer's home.
    HOME: codeFolder,
    AWS_EC2_METADATA_DISABLED: "true",
    ...settings.variables,
    _HANDLER: settings.handler,
    AWS_REGION: settings.region,
    AWS_DEFAULT_REGION: settings.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: settings.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: "preview",
    LAMBDA_TASK_ROOT: codeFolder,
  };
}
