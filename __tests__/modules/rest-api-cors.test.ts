import { LambdaHandler, RestApi } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

const synth = (cors?: boolean) =>
  synthesize((scope) => {
    const { function: handler } = new LambdaHandler(scope, "echo", {
      functionName: "echo",
      folder: "assets/handlers/echo",
    });
    new RestApi(scope, "Api", {
      name: "shop",
      stageName: "prod",
      routes: [
        { path: "/{proxy+}", handler },
        { path: "/users/{id}", method: "GET", handler },
        { path: "/users/{id}", method: "PUT", handler },
      ],
      ...(cors === undefined ? {} : { cors }),
    });
  });

const corsAddresses = (cors?: boolean) =>
  addresses(synth(cors)).filter((address) => /options|gateway_response/.test(address));

const METHODS = "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'";
const HEADERS = "'Authorization,Content-Type,X-Amz-Content-Sha256,X-Amz-Date,X-Amz-Security-Token'";

describe("CORS of a REST API", () => {
  it.each([undefined, false])("is not there when cors is %s", (cors) => {
    expect(corsAddresses(cors)).toEqual([]);
  });

  it("answers one preflight for each path, however many methods it has", () => {
    expect(corsAddresses(true)).toEqual([
      "aws_api_gateway_gateway_response.default_4xx",
      "aws_api_gateway_gateway_response.default_5xx",
      "aws_api_gateway_integration.proxy_options",
      "aws_api_gateway_integration.users_id_options",
      "aws_api_gateway_integration_response.proxy_options",
      "aws_api_gateway_integration_response.users_id_options",
      "aws_api_gateway_method.proxy_options",
      "aws_api_gateway_method.users_id_options",
      "aws_api_gateway_method_response.proxy_options",
      "aws_api_gateway_method_response.users_id_options",
    ]);
  });

  it("needs no backend and no permission: a MOCK of all origins, methods and headers", () => {
    const stack = synth(true);
    expect(resource(stack, "aws_api_gateway_method.proxy_options")).toMatchObject({
      http_method: "OPTIONS",
      authorization: "NONE",
    });
    expect(resource(stack, "aws_api_gateway_integration.proxy_options")).toMatchObject({
      type: "MOCK",
      request_templates: { "application/json": '{"statusCode": 204}' },
    });
    expect(resource(stack, "aws_api_gateway_method_response.proxy_options")).toMatchObject({
      status_code: "204",
      response_parameters: {
        "method.response.header.Access-Control-Allow-Origin": true,
        "method.response.header.Access-Control-Allow-Methods": true,
        "method.response.header.Access-Control-Allow-Headers": true,
      },
    });
    expect(resource(stack, "aws_api_gateway_integration_response.proxy_options")).toMatchObject({
      response_parameters: {
        "method.response.header.Access-Control-Allow-Origin": "'*'",
        "method.response.header.Access-Control-Allow-Methods": METHODS,
        "method.response.header.Access-Control-Allow-Headers": HEADERS,
      },
      depends_on: ["aws_api_gateway_integration.proxy_options"],
    });
  });

  it.each(["DEFAULT_4XX", "DEFAULT_5XX"])("lets pages read the API's own errors: %s", (type) => {
    const address = `aws_api_gateway_gateway_response.${type.toLowerCase()}`;
    expect(resource(synth(true), address)).toMatchObject({
      response_type: type,
      response_parameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" },
    });
  });

  it("is part of what is deployed", () => {
    const deployment = resource(synth(true), "aws_api_gateway_deployment.deployment");
    expect(deployment.depends_on).toEqual(expect.arrayContaining(corsAddresses(true)));
  });

  it("never lets cookies through, which all origins must not have", () => {
    expect(JSON.stringify(synth(true))).not.toContain("Allow-Credentials");
  });
});
