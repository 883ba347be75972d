// Lambda functions and their URLs.
import { arn } from "./arn";
import {
  type ComputedAttributes,
  type ComputedTypes,
  type ResourceView,
  textOf,
} from "./resource-view";
import { stableId } from "./stable-id";

const lambda: ComputedAttributes = {
  arn: functionArn,
  invoke_arn: (one) => invokeArn(one, functionArn(one)),
  last_modified: () => "1970-01-01T00:00:00.000+0000",
  qualified_arn: qualifiedArn,
  qualified_invoke_arn: (one) => invokeArn(one, qualifiedArn(one)),
  version: (one) => (one.value("publish") === true ? "1" : "$LATEST"),
};

export const lambdaTypes: ComputedTypes = {
  aws_lambda_function: { ...lambda, id: textOf("function_name") },
  "data.aws_lambda_function": { ...lambda, id: textOf("function_name") },
  aws_lambda_alias: {
    id: (alias) => `${nameIn(alias)}/${alias.text("name")}`,
    arn: (alias) => `${functionArn(alias)}:${alias.text("name")}`,
    invoke_arn: (alias) => invokeArn(alias, `${functionArn(alias)}:${alias.text("name")}`),
  },
  aws_lambda_permission: {
    id: (permission) =>
      permission.text("statement_id") ?? `terraform-${stableId(permission.address, 26)}`,
    statement_id: ({ address }) => `terraform-${stableId(address, 26)}`,
  },
  aws_lambda_function_url: {
    id: textOf("function_name"),
    function_arn: functionArn,
    function_url: (one) => `https://${one.text("url_id")}.lambda-url.${one.region}.on.aws/`,
    url_id: ({ address }) => stableId(address, 32),
  },
  aws_lambda_layer_version: {
    id: textOf("arn"),
    arn: (layer) => arn(layer, "lambda", `layer:${layer.text("layer_name")}:1`),
    layer_arn: (layer) => arn(layer, "lambda", `layer:${layer.text("layer_name")}`),
    version: () => "1",
  },
};

/** The name in `function_name`, which may be an ARN. */
function nameIn(one: ResourceView): string {
  return (one.text("function_name") ?? "").replace(/^arn:.*:function:([^:]+).*$/, "$1");
}

function functionArn(one: ResourceView): string {
  return arn(one, "lambda", `function:${nameIn(one)}`);
}

function qualifiedArn(one: ResourceView): string {
  return `${functionArn(one)}:${one.text("version")}`;
}

function invokeArn({ partition, region }: ResourceView, target: string): string {
  // A quirk of API Gateway: the version of Lambda's API is part of the ARN.
  return `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${target}/invocations`;
}
