import { type EdgeRequest, type HeaderList, headerOf } from "../../messages";
import { matchesWildcard } from "../iam/wildcard";
import type { CorsConfiguration } from "./model";

/** Whether a request is a preflight, which a configured API answers itself. */
export function isPreflight({ method, headers }: EdgeRequest): boolean {
  return (
    method === "OPTIONS" &&
    headerOf(headers, "origin") !== undefined &&
    headerOf(headers, "access-control-request-method") !== undefined
  );
}

/**
 * The CORS headers for a request; none without `Origin`, or when its origin is not allowed.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function corsHeaders(cors: CorsConfiguration, request: EdgeRequest): HeaderList {
  const origin = headerOf(request.headers, "origin");
  if (origin === undefined) return [];
  if (!cors.allowOrigins.some((pattern) => matchesWildcard(origin, pattern, "i"))) return [];
  const list = (name: string, values: readonly string[]): HeaderList =>
    values.length === 0 ? [] : [[name, values.join(",")]];
  const anyOrigin = cors.allowOrigins.includes("*") && !cors.allowCredentials;
  return [
    ["access-control-allow-origin", anyOrigin ? "*" : origin],
    ...(cors.allowCredentials ? ([["access-control-allow-credentials", "true"]] as const) : []),
    ...(isPreflight(request)
      ? [
          ...list("access-control-allow-methods", cors.allowMethods),
          ...list("access-control-allow-headers", cors.allowHeaders),
          ...(cors.maxAge === undefined
            ? []
            : ([["access-control-max-age", String(cors.maxAge)]] as const)),
        ]
      : []),
    ...list("access-control-expose-headers", cors.exposeHeaders),
  ];
}

/** The headers of an integration without its own CORS headers, which a configured API ignores. */
export function withoutCors(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !name.toLowerCase().startsWith("access-control-"));
}
