import type { Json } from "../../../synthesized/stack";
import { headerOf } from "../../messages";
import { parseQuery } from "../query";
import type { RestCall } from "./call";
import type { GatewayError } from "./gateway-response";
import { matchesSchema } from "./json-schema";
import type { RestRoute } from "./match-route";
import type { BodyModels } from "./model";

/**
 * What a method's request validator finds wrong: a required parameter that is missing or empty, or
 * a body that does not fit the model of its content type.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function requestProblem(call: RestCall, { method }: RestRoute): GatewayError | undefined {
  const query = new Map(parseQuery(call.request.query));
  const missing = method.requiredParameters.flatMap((parameter) => {
    const [, place, name = ""] =
      /^method\.request\.(querystring|header)\.(.+)$/.exec(parameter) ?? [];
    const isThere = place === "header" ? headerOf(call.headers, name) : query.get(name);
    return place === undefined || isThere ? [] : [name];
  });
  if (missing.length > 0) {
    return {
      type: "BAD_REQUEST_PARAMETERS",
      message: `Missing required request parameters: [${missing.join(", ")}]`,
    };
  }
  const { bodyModels } = method;
  return bodyModels === undefined || isValid(call, bodyModels)
    ? undefined
    : { type: "BAD_REQUEST_BODY" };
}

/** A body without a content type counts as JSON; one of a type without a model is not looked at. */
function isValid({ request, headers }: RestCall, { byType, find, root }: BodyModels): boolean {
  const type = headerOf(headers, "content-type")?.split(";")[0]?.trim() ?? "application/json";
  const schema = byType.get(type.toLowerCase()) ?? byType.get("$default");
  if (schema === undefined) return true;
  const value = parsed(request.body);
  return value !== undefined && matchesSchema(value, schema, find, root ?? schema);
}

function parsed(body: Uint8Array): Json | undefined {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
