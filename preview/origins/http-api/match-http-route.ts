import { decodePart } from "../query";
import type { HttpRoute } from "./model";

/** A route and what its variables hold. */
export interface MatchedRoute {
  readonly route: HttpRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Picks the route for a request: the most specific path first (a fixed part before a variable before
 * a greedy one), of equal paths the one that names the method, at last `$default`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function matchHttpRoute(
  routes: readonly HttpRoute[],
  method: string,
  path: string,
): MatchedRoute | undefined {
  const parts = path.split("/").slice(1).map(decodePart);
  const [best] = routes
    .filter((route) => route.method === method || route.method === "ANY")
    .flatMap((route) => {
      const pathParameters = parametersOf(route.path, parts);
      return pathParameters === undefined ? [] : [{ route, pathParameters }];
    })
    .sort((a, b) => compare(rankOf(b.route), rankOf(a.route)));
  if (best !== undefined) return best;
  const fallback = routes.find(({ key }) => key === "$default");
  return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
}

function parametersOf(path: string, parts: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  const pattern = path.split("/").slice(1);
  for (const [index, part] of pattern.entries()) {
    const [, name, plus] = /^\{(.+?)(\+?)\}$/.exec(part) ?? [];
    const actual = parts[index];
    if (actual === undefined) return undefined;
    if (name !== undefined && plus === "+") {
      const rest = parts.slice(index).join("/");
      return rest === "" ? undefined : { ...parameters, [name]: rest };
    }
    if (name === undefined && actual !== part) return undefined;
    if (name !== undefined && actual === "") return undefined;
    if (name !== undefined) parameters[name] = actual;
  }
  return pattern.length === parts.length ? parameters : undefined;
}

/** One digit a part: 3 fixed, 2 variable, 1 greedy; then whether the method is named. */
function rankOf({ path, method }: HttpRoute): string {
  const parts = path.split("/").slice(1);
  const digits = parts.map((part) => (/\+\}$/.test(part) ? "1" : part.startsWith("{") ? "2" : "3"));
  return `${digits.join("")}${method === "ANY" ? "0" : "9"}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
