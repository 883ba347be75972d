import type { Block, Json, Resource } from "../../../synthesized/stack";
import { flagOf, numberOf, textMapOf, textOf, textsOf } from "../attributes";
import {
  type Authorizer,
  type BodyModels,
  DEFAULT_TIMEOUT_MS,
  type Integration,
  type IntegrationResponse,
  type RestMethod,
} from "./model";

/** An `aws_api_gateway_method` with its integration and responses. */
export function readMethod(
  config: Block,
  authorizers: ReadonlyMap<string, Authorizer>,
  of: (type: string) => Resource[],
): RestMethod {
  const [resourceId, httpMethod] = [textOf(config, "resource_id"), textOf(config, "http_method")];
  const same = (type: string) =>
    of(type)
      .map((resource) => resource.config)
      .filter(
        (other) =>
          textOf(other, "resource_id") === resourceId &&
          textOf(other, "http_method") === httpMethod,
      );
  const authorizer = authorizers.get(textOf(config, "authorizer_id") ?? "");
  const [integration] = same("aws_api_gateway_integration");
  const parameters = Object.entries(textMapOf(config, "request_parameters"));
  const validator = validatorOf(config, of);
  return {
    authorization: (textOf(config, "authorization") ?? "NONE") as RestMethod["authorization"],
    ...(authorizer === undefined ? {} : { authorizer }),
    scopes: textsOf(config, "authorization_scopes"),
    isApiKeyRequired: flagOf(config, "api_key_required"),
    requiredParameters: flagOf(validator, "validate_request_parameters")
      ? parameters.filter(([, required]) => required === "true").map(([name]) => name)
      : [],
    ...(flagOf(validator, "validate_request_body") ? { bodyModels: bodyModels(config, of) } : {}),
    ...(integration === undefined
      ? {}
      : {
          integration: readIntegration(integration, same("aws_api_gateway_integration_response")),
        }),
  };
}

/** An `aws_api_gateway_authorizer`. */
export function readAuthorizer({ address, config, name }: Resource): Authorizer {
  const validationExpression = textOf(config, "identity_validation_expression");
  const sources = textOf(config, "identity_source") ?? "method.request.header.Authorization";
  return {
    address,
    id: textOf(config, "id") ?? name,
    type: (textOf(config, "type") ?? "TOKEN") as Authorizer["type"],
    uri: textOf(config, "authorizer_uri") ?? "",
    hasRole: textOf(config, "authorizer_credentials") !== undefined,
    identitySources: sources.split(",").map((source) => source.trim()),
    ...(validationExpression === undefined ? {} : { validationExpression }),
    resultTtlSeconds: numberOf(config, "authorizer_result_ttl_in_seconds") ?? 300,
    providerArns: textsOf(config, "provider_arns"),
  };
}

function readIntegration(config: Block, responses: readonly Block[]): Integration {
  return {
    type: (textOf(config, "type") ?? "MOCK") as Integration["type"],
    uri: textOf(config, "uri") ?? "",
    hasRole: textOf(config, "credentials") !== undefined,
    isStreaming: textOf(config, "response_transfer_mode") === "STREAM",
    httpMethod: textOf(config, "integration_http_method") ?? "",
    timeoutMs: numberOf(config, "timeout_milliseconds") ?? DEFAULT_TIMEOUT_MS,
    requestParameters: textMapOf(config, "request_parameters"),
    requestTemplates: textMapOf(config, "request_templates"),
    passthrough: (textOf(config, "passthrough_behavior") ??
      "WHEN_NO_MATCH") as Integration["passthrough"],
    responses: responses.map(
      (response): IntegrationResponse => ({
        statusCode: numberOf(response, "status_code") ?? 200,
        selectionPattern: textOf(response, "selection_pattern") ?? "",
        parameters: textMapOf(response, "response_parameters"),
        templates: textMapOf(response, "response_templates"),
      }),
    ),
  };
}

function validatorOf(config: Block, of: (type: string) => Resource[]): Block {
  const id = textOf(config, "request_validator_id");
  const found = of("aws_api_gateway_request_validator").find(
    (candidate) => id !== undefined && textOf(candidate.config, "id") === id,
  );
  return found?.config ?? {};
}

/** The models that a method names by content type; they refer to one another by URL. */
function bodyModels(config: Block, of: (type: string) => Resource[]): BodyModels {
  const schemas = new Map(
    of("aws_api_gateway_model").map((model) => [
      textOf(model.config, "name"),
      parsed(textOf(model.config, "schema") ?? "{}"),
    ]),
  );
  const byType = Object.entries(textMapOf(config, "request_models")).flatMap(([type, name]) => {
    const schema = schemas.get(name);
    return schema === undefined ? [] : [[type.toLowerCase(), schema] as const];
  });
  return {
    byType: new Map(byType),
    find: (reference) => schemas.get(reference.split("/models/")[1]),
  };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
