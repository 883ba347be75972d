import { type Block, blocks } from "../../../synthesized/stack";
import { type EdgeRequest, type HeaderList, headerOf } from "../../messages";
import { numberOf, textsOf } from "../attributes";
import { matchesWildcard } from "../iam/wildcard";

/** One rule of a bucket's CORS configuration. */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds?: number;
}

/** The rules of an `aws_s3_bucket_cors_configuration`, or of a bucket's own `cors_rule` blocks. */
export function readCorsRules(config: Block): CorsRule[] {
  return blocks(config.cors_rule).map((rule) => {
    const maxAgeSeconds = numberOf(rule, "max_age_seconds");
    return {
      origins: textsOf(rule, "allowed_origins"),
      methods: textsOf(rule, "allowed_methods"),
      headers: textsOf(rule, "allowed_headers"),
      exposed: textsOf(rule, "expose_headers"),
      ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    };
  });
}

/**
 * The CORS headers of an answer: those of the first rule that fits the request.
 *
 * @returns undefined when no rule fits
 */
export function corsHeaders(
  rules: readonly CorsRule[],
  request: EdgeRequest,
): HeaderList | undefined {
  const origin = headerOf(request.headers, "origin");
  if (origin === undefined) return undefined;
  const isPreflight = request.method === "OPTIONS";
  const method = isPreflight
    ? headerOf(request.headers, "access-control-request-method")
    : request.method;
  const asked = (headerOf(request.headers, "access-control-request-headers") ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const rule = rules.find(
    ({ origins, methods, headers }) =>
      origins.some((pattern) => matchesWildcard(origin, pattern)) &&
      methods.includes(method ?? "") &&
      (!isPreflight ||
        asked.every((name) => headers.some((pattern) => matchesWildcard(name, pattern, "i")))),
  );
  if (rule === undefined) return undefined;
  const anyOrigin = rule.origins.includes("*");
  return [
    ["Access-Control-Allow-Origin", anyOrigin ? "*" : origin],
    ["Access-Control-Allow-Methods", rule.methods.join(", ")],
    ...(isPreflight && asked.length > 0
      ? ([["Access-Control-Allow-Headers", asked.join(", ").toLowerCase()]] as const)
      : []),
    ...(rule.exposed.length > 0
      ? ([["Access-Control-Expose-Headers", rule.exposed.join(", ")]] as const)
      : []),
    ...(rule.maxAgeSeconds === undefined
      ? []
      : ([["Access-Control-Max-Age", String(rule.maxAgeSeconds)]] as const)),
    ...(anyOrigin ? [] : ([["Access-Control-Allow-Credentials", "true"]] as const)),
    ["Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"],
  ];
}
