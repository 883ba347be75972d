import { type Block, blocks, isBlock } from "../../../synthesized/stack";
import { blockOf, flagOf, numberOf, textOf, textsOf } from "../attributes";
import type { HttpAuthorizer, HttpRoute } from "./model";

type Security = Pick<HttpRoute, "authorization" | "scopes" | "authorizer">;

const OPEN: Security = { authorization: "NONE", scopes: [] };
const BY_SIGNATURE: Security = { authorization: "AWS_IAM", scopes: [] };

/**
 * Who may call an operation of an OpenAPI 3 document: the first of its security requirements, or of
 * the document's, that API Gateway knows.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 */
export function readSecurity(operation: Block, document: Block): Security {
  const type = textOf(blockOf(operation["x-amazon-apigateway-auth"]), "type");
  if (type?.toUpperCase() === "AWS_IAM") return BY_SIGNATURE;
  const schemes = blockOf(blockOf(document.components).securitySchemes);
  const [first = OPEN] = blocks(operation.security ?? document.security)
    .flatMap((requirement) => Object.keys(requirement).map((name) => ({ name, requirement })))
    .flatMap(({ name, requirement }): Security[] => {
      const scheme = blockOf(schemes[name]);
      if (textOf(scheme, "x-amazon-apigateway-authtype") === "awsSigv4") return [BY_SIGNATURE];
      const config = scheme["x-amazon-apigateway-authorizer"];
      if (!isBlock(config)) return [];
      const authorizer = readAuthorizer(name, config, scheme);
      const isJwt = authorizer.type === "JWT";
      const scopes = isJwt ? textsOf(requirement, name) : [];
      return [{ authorization: isJwt ? "JWT" : "CUSTOM", scopes, authorizer }];
    });
  return first;
}

function readAuthorizer(name: string, config: Block, scheme: Block): HttpAuthorizer {
  const jwt = blockOf(config.jwtConfiguration);
  const discovery = textOf(scheme, "openIdConnectUrl") ?? "";
  return {
    address: `authorizer ${name}`,
    id: name,
    type: textOf(config, "type")?.toLowerCase() === "jwt" ? "JWT" : "REQUEST",
    uri: textOf(config, "authorizerUri") ?? "",
    hasRole: textOf(config, "authorizerCredentials") !== undefined,
    identitySources: textsOf(config, "identitySource")
      .flatMap((sources) => sources.split(","))
      .map((source) => source.trim()),
    payloadFormat: textOf(config, "authorizerPayloadFormatVersion") === "2.0" ? "2.0" : "1.0",
    hasSimpleResponses: flagOf(config, "enableSimpleResponses"),
    resultTtlSeconds: numberOf(config, "authorizerResultTtlInSeconds") ?? 300,
    issuer: textOf(jwt, "issuer") ?? discovery.replace(/\/\.well-known\/openid-configuration$/, ""),
    audience: textsOf(jwt, "audience"),
  };
}
