// The REST API of the base stack: `/users` behind an authorizer, every other path open.
import type { BlocksByType } from "../../../synthesized/stack";

const API = "${aws_api_gateway_rest_api.api.id}";
const INVOKE = "${aws_lambda_function.api.invoke_arn}";

const integration = (resource: string, method: string) => ({
  rest_api_id: API,
  resource_id: `\${aws_api_gateway_resource.${resource}.id}`,
  http_method: method,
  integration_http_method: "POST",
  type: "AWS_PROXY",
  uri: INVOKE,
});

export const baseApi: BlocksByType = {
  aws_iam_role: { api: { name: "shop-api", assume_role_policy: "{}" } },
  aws_lambda_function: {
    api: { function_name: "shop-api", role: "${aws_iam_role.api.arn}", runtime: "nodejs22.x" },
  },
  aws_lambda_permission: {
    api: {
      action: "lambda:InvokeFunction",
      function_name: "${aws_lambda_function.api.function_name}",
      principal: "apigateway.amazonaws.com",
      source_arn: "${aws_api_gateway_rest_api.api.execution_arn}/*/*",
    },
  },
  aws_api_gateway_rest_api: {
    api: { name: "shop", endpoint_configuration: { types: ["REGIONAL"] } },
  },
  aws_api_gateway_resource: {
    users: {
      rest_api_id: API,
      parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}",
      path_part: "users",
    },
    proxy: {
      rest_api_id: API,
      parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}",
      path_part: "{proxy+}",
    },
  },
  aws_api_gateway_authorizer: {
    token: {
      name: "token",
      rest_api_id: API,
      type: "TOKEN",
      authorizer_uri: INVOKE,
      authorizer_result_ttl_in_seconds: 0,
    },
  },
  aws_api_gateway_method: {
    users: {
      rest_api_id: API,
      resource_id: "${aws_api_gateway_resource.users.id}",
      http_method: "GET",
      authorization: "CUSTOM",
      authorizer_id: "${aws_api_gateway_authorizer.token.id}",
    },
    proxy: {
      rest_api_id: API,
      resource_id: "${aws_api_gateway_resource.proxy.id}",
      http_method: "ANY",
      authorization: "NONE",
    },
  },
  aws_api_gateway_integration: {
    users: integration("users", "GET"),
    proxy: integration("proxy", "ANY"),
  },
  aws_api_gateway_deployment: {
    deployment: {
      rest_api_id: API,
      triggers: { definition: "9d4e1e23bd5b727046a9e3b4b7db57bd8d6ee684" },
      lifecycle: { create_before_destroy: true },
    },
  },
  aws_api_gateway_stage: {
    stage: {
      rest_api_id: API,
      deployment_id: "${aws_api_gateway_deployment.deployment.id}",
      stage_name: "api",
    },
  },
};
