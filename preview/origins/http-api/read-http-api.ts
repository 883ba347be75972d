import {
  type Block,
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { readBody } from "../api/read-body";
import { flagOf, numberOf, textMapOf, textOf, textsOf } from "../attributes";
import type { Emulation } from "../emulation";
import { placeOf } from "../place";
import {
  type CorsConfiguration,
  DEFAULT_TIMEOUT_MS,
  type HttpApi,
  type HttpAuthorizer,
  type HttpIntegration,
  type HttpRoute,
  type HttpStage,
} from "./model";
import { readHttpOpenApi } from "./open-api";

/** Every HTTP API that the stack defines; WebSocket APIs are none. */
export function readHttpApis(stack: SynthesizedStack, emulation: Emulation): HttpApi[] {
  return resourcesOfType(stack, "aws_apigatewayv2_api")
    .filter(({ config }) => textOf(config, "protocol_type") !== "WEBSOCKET")
    .map((api) => readHttpApi(api, stack, emulation));
}

function readHttpApi(
  { address, name, config }: Resource,
  stack: SynthesizedStack,
  emulation: Emulation,
): HttpApi {
  const id = textOf(config, "id") ?? name;
  const of = (type: string) =>
    resourcesOfType(stack, type).filter((resource) => textOf(resource.config, "api_id") === id);
  const integrations = new Map(
    of("aws_apigatewayv2_integration").map((one) => [
      textOf(one.config, "id") ?? one.name,
      readIntegration(one.config),
    ]),
  );
  const authorizers = new Map(
    of("aws_apigatewayv2_authorizer").map((one) => {
      const authorizer = readAuthorizer(one);
      return [authorizer.id, authorizer];
    }),
  );
  const [cors] = blocks(config.cors_configuration);
  const body = readHttpOpenApi(readBody(address, config.body, emulation) ?? {});
  const corsConfiguration = cors === undefined ? body.cors : readCors(cors);
  const target = textOf(config, "target");
  const routes = of("aws_apigatewayv2_route").map((one) =>
    readRoute(one.config, integrations, authorizers),
  );
  const stages = of("aws_apigatewayv2_stage").map(
    (one): HttpStage => ({
      name: textOf(one.config, "name") ?? "",
      variables: textMapOf(one.config, "stage_variables"),
    }),
  );
  return {
    address,
    id,
    place: placeOf(textOf(config, "execution_arn"), emulation),
    isDefaultEndpointDisabled: flagOf(config, "disable_execute_api_endpoint"),
    ...(corsConfiguration === undefined ? {} : { cors: corsConfiguration }),
    routes: [
      ...body.routes,
      ...(target === undefined ? [] : [quickRoute(config, target)]),
      ...routes,
    ],
    stages: new Map(
      // Creating an API with a target also makes its default stage.
      [...(target === undefined ? [] : [{ name: "$default", variables: {} }]), ...stages].map(
        (stage) => [stage.name, stage],
      ),
    ),
  };
}

function readRoute(
  config: Block,
  integrations: ReadonlyMap<string, HttpIntegration>,
  authorizers: ReadonlyMap<string, HttpAuthorizer>,
): HttpRoute {
  const target = textOf(config, "target")?.replace(/^integrations\//, "") ?? "";
  const integration = integrations.get(target);
  const authorizer = authorizers.get(textOf(config, "authorizer_id") ?? "");
  return {
    ...routeKey(textOf(config, "route_key") ?? "$default"),
    authorization: (textOf(config, "authorization_type") ?? "NONE") as HttpRoute["authorization"],
    scopes: textsOf(config, "authorization_scopes"),
    ...(authorizer === undefined ? {} : { authorizer }),
    ...(integration === undefined ? {} : { integration }),
  };
}

/** The parts of a route key: `$default`, or a method and a path. */
function routeKey(key: string): Pick<HttpRoute, "key" | "method" | "path"> {
  const [method = "", path = ""] = key === "$default" ? [] : key.split(/\s+/);
  return { key, method, path };
}

function quickRoute(config: Block, target: string): HttpRoute {
  const isHttp = /^https?:/.test(target);
  return {
    ...routeKey(textOf(config, "route_key") ?? "$default"),
    authorization: "NONE",
    scopes: [],
    integration: {
      type: isHttp ? "HTTP_PROXY" : "AWS_PROXY",
      uri: target,
      hasRole: textOf(config, "credentials_arn") !== undefined,
      method: "ANY",
      payloadFormat: isHttp ? "1.0" : "2.0",
      timeoutMs: DEFAULT_TIMEOUT_MS,
      requestParameters: {},
      responseParameters: new Map(),
    },
  };
}

function readIntegration(config: Block): HttpIntegration {
  const subtype = textOf(config, "integration_subtype");
  return {
    type: (textOf(config, "integration_type") ?? "AWS_PROXY") as HttpIntegration["type"],
    uri: textOf(config, "integration_uri") ?? "",
    ...(subtype === undefined ? {} : { subtype }),
    hasRole: textOf(config, "credentials_arn") !== undefined,
    method: textOf(config, "integration_method") ?? "ANY",
    payloadFormat: textOf(config, "payload_format_version") === "2.0" ? "2.0" : "1.0",
    timeoutMs: numberOf(config, "timeout_milliseconds") ?? DEFAULT_TIMEOUT_MS,
    requestParameters: textMapOf(config, "request_parameters"),
    responseParameters: new Map(
      blocks(config.response_parameters).map((one) => [
        numberOf(one, "status_code") ?? 0,
        textMapOf(one, "mappings"),
      ]),
    ),
  };
}

function readAuthorizer({ address, name, config }: Resource): HttpAuthorizer {
  const [jwt = {}] = blocks(config.jwt_configuration);
  return {
    address,
    id: textOf(config, "id") ?? name,
    type: textOf(config, "authorizer_type") === "JWT" ? "JWT" : "REQUEST",
    uri: textOf(config, "authorizer_uri") ?? "",
    hasRole: textOf(config, "authorizer_credentials_arn") !== undefined,
    identitySources: textsOf(config, "identity_sources"),
    payloadFormat: textOf(config, "authorizer_payload_format_version") === "2.0" ? "2.0" : "1.0",
    hasSimpleResponses: flagOf(config, "enable_simple_responses"),
    resultTtlSeconds: numberOf(config, "authorizer_result_ttl_in_seconds") ?? 300,
    issuer: textOf(jwt, "issuer") ?? "",
    audience: textsOf(jwt, "audience"),
  };
}

function readCors(config: Block): CorsConfiguration {
  const maxAge = numberOf(config, "max_age");
  return {
    allowCredentials: flagOf(config, "allow_credentials"),
    allowHeaders: textsOf(config, "allow_headers"),
    allowMethods: textsOf(config, "allow_methods"),
    allowOrigins: textsOf(config, "allow_origins"),
    exposeHeaders: textsOf(config, "expose_headers"),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}
