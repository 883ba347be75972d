import { headerOf } from "../../messages";
import { parseQuery } from "../query";
import type { RestCall } from "./call";
import type { GatewayError } from "./gateway-response";
import type { RestRoute } from "./match-route";

export function requestProblem(call: RestCall, { method }: RestRoute): GatewayError | undefined {
  const query = new Map(parseQuery(call.request.query));
  const missing = method.requiredParameters.flatMap((parameter) => {
    const [, place, name = ""] =
      /^method\.request\.(querystring|header)\.(.+)$/.exec(parameter) ?? [];
    const isThere = place === "header" ? headerOf(call.headers, name) : query.get(name);
    return place === undefined || isThere ? [] : [name];
  });
  if (missing.length === 0) return undefined;
  return {
    type: "BAD_REQUEST_PARAMETERS",
    message: `Missing required request parameters: [${missing.join(", ")}]`,
  };
}
