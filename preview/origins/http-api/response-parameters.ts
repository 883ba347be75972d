import type { HeaderList } from "../../messages";
import { joinedValue } from "../../pipeline/field-values";
import { type HttpCall, httpAnswer } from "./call";
import type { MatchedRoute } from "./match-http-route";
import type { HttpIntegration } from "./model";
import { changedHeaders, changesOf, overwritten, valueInBody } from "./parameter-mapping";
import { sourceValue } from "./source-value";

/** What an integration gave. */
interface IntegrationResult {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/**
 * The answer for the client: the integration's response with the changes that its
 * `response_parameters` name for its status.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function mappedResponse(
  call: HttpCall,
  matched: MatchedRoute,
  { responseParameters }: HttpIntegration,
  { status, headers, body }: IntegrationResult,
) {
  const mappings = responseParameters.get(status);
  if (mappings === undefined) return httpAnswer(call, status, headers, body);
  const changes = changesOf(mappings, (name) => {
    const [, place, path = ""] = /^response\.(header|body)\.(.+)$/.exec(name) ?? [];
    if (place === "header") return joinedValue(headers, path.toLowerCase(), ",");
    return place === "body" ? valueInBody(body, path) : sourceValue(name, call, matched);
  });
  const changed = Number(overwritten("statuscode", changes) ?? status);
  return httpAnswer(call, changed, changedHeaders(headers, changes), body);
}
