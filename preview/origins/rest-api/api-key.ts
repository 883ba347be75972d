import { headerOf } from "../../messages";
import type { Identity, RestCall } from "./call";
import type { GatewayError } from "./gateway-response";
import type { RestRoute } from "./match-route";

/**
 * The caller with its API key, if the method asks for one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
 */
export function withApiKey(
  { api, headers }: RestCall,
  { method }: RestRoute,
  identity: Identity,
): Identity | GatewayError {
  if (!method.isApiKeyRequired) return identity;
  const value =
    api.apiKeySource === "HEADER" ? headerOf(headers, "x-api-key") : identity.usageIdentifierKey;
  const id = api.apiKeys.get(value ?? "");
  if (value === undefined || value === "" || id === undefined) return { type: "INVALID_API_KEY" };
  return { ...identity, apiKey: { value, id } };
}
