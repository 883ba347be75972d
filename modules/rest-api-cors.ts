import { ApiGatewayGatewayResponse } from "@cdktf/provider-aws/lib/api-gateway-gateway-response";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayIntegrationResponse } from "@cdktf/provider-aws/lib/api-gateway-integration-response";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayMethodResponse } from "@cdktf/provider-aws/lib/api-gateway-method-response";
import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";

const ALLOWED: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "'*'",
  "Access-Control-Allow-Methods": "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'",
  // `*` would not cover Authorization.
  "Access-Control-Allow-Headers":
    "'Authorization,Content-Type,X-Amz-Content-Sha256,X-Amz-Date,X-Amz-Security-Token'",
};

/** Which API, and which of its resources. */
export interface CorsTarget {
  readonly restApiId: string;
  readonly resourceId: string;
}

/**
 * Answers the preflight of one resource without a backend (a MOCK integration).
 *
 * @returns what belongs to the API's definition
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function addPreflight(scope: Construct, target: CorsTarget): TerraformResource[] {
  const options = new Construct(scope, "options");
  const method = new ApiGatewayMethod(options, "Method", {
    ...target,
    httpMethod: "OPTIONS",
    authorization: "NONE",
  });
  const common = { ...target, httpMethod: method.httpMethod };
  const integration = new ApiGatewayIntegration(options, "Integration", {
    ...common,
    type: "MOCK",
    requestTemplates: { "application/json": '{"statusCode": 204}' },
  });
  const declared = new ApiGatewayMethodResponse(options, "MethodResponse", {
    ...common,
    statusCode: "204",
    responseParameters: parameters((header) => [`method.response.header.${header}`, true]),
  });
  const response = new ApiGatewayIntegrationResponse(options, "IntegrationResponse", {
    ...common,
    statusCode: declared.statusCode,
    responseParameters: parameters((header) => [
      `method.response.header.${header}`,
      String(ALLOWED[header]),
    ]),
    dependsOn: [integration],
  });
  return [method, integration, declared, response];
}

/** Lets a page of another origin read the errors that API Gateway itself answers with. */
export function addErrorHeaders(scope: Construct, restApiId: string): TerraformResource[] {
  return ["DEFAULT_4XX", "DEFAULT_5XX"].map(
    (responseType) =>
      new ApiGatewayGatewayResponse(scope, responseType.toLowerCase(), {
        restApiId,
        responseType,
        responseParameters: parameters((header) => [
          `gatewayresponse.header.${header}`,
          String(ALLOWED[header]),
        ]),
      }),
  );
}

function parameters<Value>(
  entry: (header: string) => readonly [string, Value],
): Record<string, Value> {
  return Object.fromEntries(Object.keys(ALLOWED).map(entry));
}
