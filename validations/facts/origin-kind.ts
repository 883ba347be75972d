// What stands behind an origin, read off its domain name.
import { blocks, type Json, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { Behavior, Distribution, Origin } from "./distribution";
import { originsOf } from "./distribution";
import { referencesIn } from "./reference";
import { type Truth, textOf, textsOf, UNKNOWN, type Unknown } from "./value";

export type OriginKind =
  | "bucket"
  | "bucket-website"
  | "rest-api"
  | "http-api"
  | "api-domain"
  | "function-url"
  | "load-balancer"
  | "beanstalk"
  | "other";

// By the resource type that the domain name refers to, and its attribute.
const BY_REFERENCE: readonly (readonly [RegExp, OriginKind])[] = [
  [/^aws_s3_bucket\.(bucket_regional_domain_name|bucket_domain_name)/, "bucket"],
  [/^aws_s3_bucket(_website_configuration)?\.website_/, "bucket-website"],
  [/^aws_api_gateway_(stage|deployment|rest_api)\./, "rest-api"],
  [/^aws_apigatewayv2_(stage|api)\./, "http-api"],
  [/^aws_api(_gateway_|gatewayv2_)domain_name\./, "api-domain"],
  [/^aws_lambda_function_url\./, "function-url"],
  [/^aws_(lb|alb|elb)\.dns_name/, "load-balancer"],
  [/^aws_elastic_beanstalk_environment\./, "beanstalk"],
];

// By the literal part of the domain name.
const BY_NAME: readonly (readonly [RegExp, OriginKind])[] = [
  [/\.s3-website[.-][a-z0-9-]+\.amazonaws\.com/, "bucket-website"],
  [/\.s3([.-][a-z0-9-]+)*\.amazonaws\.com/, "bucket"],
  [/\.lambda-url\.[a-z0-9-]+\.on\.aws/, "function-url"],
  [/\.elb(\.[a-z0-9-]+)?\.amazonaws\.com|\.elb\.amazonaws\.com/, "load-balancer"],
  [/\.elasticbeanstalk\.com/, "beanstalk"],
];

/** What an origin is; UNKNOWN when neither its name nor a reference tells. */
export function originKind(stack: SynthesizedStack, origin: Origin): OriginKind | Unknown {
  const raw = origin.config.domain_name;
  const name = textOf(stack, raw);
  const text = typeof name === "string" ? name : literalPart(raw);
  const byName = BY_NAME.find(([pattern]) => pattern.test(text))?.[1];
  if (byName !== undefined) return byName;
  if (text.includes(".execute-api.")) return apiKind(stack, name, raw);
  const byReference = kindByReference(stack, raw);
  if (byReference !== undefined) return byReference;
  if (typeof name === "string") return isApiDomain(stack, name) ? "api-domain" : "other";
  if (blocks(origin.config.s3_origin_config).length > 0) return "bucket";
  return UNKNOWN;
}

function kindByReference(stack: SynthesizedStack, raw: Json | undefined): OriginKind | undefined {
  const local = typeof raw === "string" ? /^\$\{local\.([\w-]+)\}$/.exec(raw)?.[1] : undefined;
  if (local !== undefined) return kindByReference(stack, stack.locals?.[local]);
  for (const { type, attribute } of referencesIn(raw)) {
    const kind = BY_REFERENCE.find(([pattern]) => pattern.test(`${type}.${attribute}`))?.[1];
    if (kind !== undefined) return kind;
  }
  return undefined;
}

// REST and HTTP APIs share the form of their names: the id decides, when the API is known.
function apiKind(
  stack: SynthesizedStack,
  name: string | undefined | Unknown,
  raw: Json | undefined,
): OriginKind {
  if (referencesIn(raw).some(({ type }) => type.startsWith("aws_apigatewayv2_"))) return "http-api";
  const id = typeof name === "string" ? name.split(".")[0] : undefined;
  const isHttp = resourcesOfType(stack, "aws_apigatewayv2_api").some(
    ({ config }) => id !== undefined && config.id === id,
  );
  return isHttp ? "http-api" : "rest-api";
}

function isApiDomain(stack: SynthesizedStack, name: string): boolean {
  return ["aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name"]
    .flatMap((type) => resourcesOfType(stack, type))
    .some(({ config }) => textOf(stack, config.domain_name) === name);
}

function literalPart(value: Json | undefined): string {
  return typeof value === "string" ? value.replace(/\$\{[^}]*\}/g, "") : "";
}

const API_KINDS: readonly OriginKind[] = ["rest-api", "http-api", "api-domain", "function-url"];

/** Whether an origin kind is an API by nature, whatever its behaviors say. */
export function isApiKind(kind: OriginKind | Unknown): Truth {
  return kind === UNKNOWN ? UNKNOWN : API_KINDS.includes(kind);
}

/**
 * What an origin is, as far as an API is concerned. A host that is not known but answers over HTTPS
 * alone is no website endpoint of a bucket, which has HTTP alone; with a signature it may be a bucket.
 */
function backendKind(stack: SynthesizedStack, origin: Origin): OriginKind | Unknown {
  const kind = originKind(stack, origin);
  const { custom_origin_config, origin_access_control_id } = origin.config;
  const isHttps = blocks(custom_origin_config).some(
    ({ origin_protocol_policy }) => textOf(stack, origin_protocol_policy) === "https-only",
  );
  const isSigned = textOf(stack, origin_access_control_id) !== undefined;
  return kind === UNKNOWN && isHttps && !isSigned ? "other" : kind;
}

/**
 * Whether a behavior serves an API: API Gateway or a function URL, or any other backend but a
 * bucket when viewers may POST to it.
 */
export function servesApi(
  stack: SynthesizedStack,
  distribution: Distribution,
  behavior: Behavior,
): Truth {
  const kinds = originsOf(distribution, behavior).map((origin) => backendKind(stack, origin));
  if (kinds.some((kind) => isApiKind(kind) === true)) return true;
  if (kinds.includes(UNKNOWN)) return UNKNOWN;
  const backends = kinds.filter((kind) => kind !== "bucket" && kind !== "bucket-website");
  if (backends.length === 0) return false;
  const methods = textsOf(stack, behavior.config.allowed_methods);
  return methods === UNKNOWN ? UNKNOWN : methods.includes("POST");
}
