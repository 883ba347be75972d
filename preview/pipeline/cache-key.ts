import type { EdgeRequest } from "../messages";
import type { AcceptedEncodings } from "./accept-encoding";
import { cloudFrontHeader, type ViewerFacts } from "./cloudfront-headers";
import type { CompiledBehavior } from "./compile-behavior";
import { keyedCookies } from "./cookies";
import { joinedValue } from "./field-values";
import { keyedQuery } from "./query-strings";

/** The parts of a cache key, as the trace shows them. The method is `OPTIONS` or `GET`. */
export interface CacheKey {
  readonly method: "GET" | "OPTIONS";
  readonly path: string;
  readonly query: string;
  readonly headers: readonly (readonly [name: string, value: string | undefined])[];
  readonly cookies: string;
  readonly acceptEncoding: string;
}

/**
 * The cache key of a request: the path and what the settings add. The distribution is implied; the
 * viewer's protocol is not part of it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html
 */
export function cacheKey(
  request: EdgeRequest,
  compiled: CompiledBehavior,
  encodings: AcceptedEncodings,
  viewer: ViewerFacts,
): CacheKey {
  return {
    method: request.method === "OPTIONS" ? "OPTIONS" : "GET",
    path: request.path,
    query: keyedQuery(request.query, compiled.queryStrings),
    headers: compiled.keyedHeaders.map((name) => [
      name,
      name.startsWith("cloudfront-")
        ? cloudFrontHeader(name, request, viewer)
        : joinedValue(request.headers, name),
    ]),
    cookies: keyedCookies(request.headers, compiled.cookies),
    acceptEncoding: encodings.key,
  };
}

/**
 * The key without Accept-Encoding as one string. Two behaviors never share an object, even if a
 * function gives their requests the same path.
 */
export function keyText(key: CacheKey, behaviorIndex: number): string {
  const base = `${behaviorIndex}\n${key.method}\n${key.path}\n${key.query}\n${key.cookies}`;
  return key.headers.length === 0 ? base : `${base}\n${JSON.stringify(key.headers)}`;
}
