import { createVerify } from "node:crypto";
import { isInRange } from "../address-range";
import type { TrustedKey } from "../edge-model";
import type { EdgeRequest } from "../messages";
import { cookiesOf } from "./cookies";
import { matchesGlob } from "./match-behavior";
import { parametersOf, withoutParameters } from "./query-strings";

/** Why a signed URL or cookie does not open the door. */
export type SignatureRefusal = {
  readonly code: "MissingKey" | "AccessDenied";
  readonly message: string;
};

const PARAMETERS = new Set(["Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm"]);

interface Signed {
  readonly signature: string;
  readonly keyPairId: string;
  readonly policy: string;
  /** `SHA1` unless the URL or a cookie says something else. */
  readonly hashAlgorithm: string;
}

const COOKIE_PREFIX = "CloudFront-";
const HASH_ALGORITHMS = new Set(["SHA1", "SHA256"]);

/**
 * Whether a cookie is part of a signed one: CloudFront keeps no object apart for it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-cookies.html
 */
export function isSignedCookie(name: string): boolean {
  return name.startsWith(COOKIE_PREFIX) && PARAMETERS.has(name.slice(COOKIE_PREFIX.length));
}

/**
 * The query string without what a signed URL adds: the origin never sees it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/QueryStringParameters.html
 */
export function withoutSignature(query: string): string {
  return withoutParameters(query, PARAMETERS);
}

/**
 * Checks the signed URL, else the signed cookies, of a request to a behavior with trusted key
 * groups; undefined when the request may pass. One of the parameters of a signed URL makes it one,
 * and the cookies do not count. `now` in milliseconds.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-choosing-signed-urls-cookies.html
 */
export function refusedSignature(
  request: EdgeRequest,
  keys: readonly TrustedKey[],
  host: string,
  now: number,
): SignatureRefusal | undefined {
  const url = `${request.protocol}://${host}${request.path}`;
  const query = withoutSignature(request.query);
  const resource = query === "" ? url : `${url}?${query}`;
  const signed =
    query === request.query ? fromCookies(request, resource) : fromQuery(request, resource);
  if (signed === undefined) {
    return { code: "MissingKey", message: "Missing Key-Pair-Id query parameter or cookie value" };
  }
  const denied: SignatureRefusal = { code: "AccessDenied", message: "Access denied" };
  const key = keys.find(({ id }) => id === signed.keyPairId);
  if (key === undefined || !isSignedBy(key, signed)) return denied;
  return allows(signed.policy, resource, request.clientIp, now) ? undefined : denied;
}

function fromQuery(request: EdgeRequest, resource: string): Signed | undefined {
  return read(
    new Map(
      parametersOf(request.query).map(({ name, pair }) => [name, pair.slice(name.length + 1)]),
    ),
    resource,
  );
}

function fromCookies(request: EdgeRequest, resource: string): Signed | undefined {
  const values = cookiesOf(request.headers)
    .filter(({ name }) => name.startsWith(COOKIE_PREFIX))
    .map(
      ({ name, pair }) => [name.slice(COOKIE_PREFIX.length), pair.slice(name.length + 1)] as const,
    );
  return read(new Map(values), resource);
}

function read(values: ReadonlyMap<string, string>, resource: string): Signed | undefined {
  const signature = values.get("Signature");
  const keyPairId = values.get("Key-Pair-Id");
  if (signature === undefined || keyPairId === undefined) return undefined;
  const hashAlgorithm = values.get("Hash-Algorithm") ?? "SHA1";
  const policy = values.get("Policy");
  const expires = values.get("Expires");
  if (policy !== undefined) {
    return { signature, keyPairId, hashAlgorithm, policy: decode(policy).toString("utf8") };
  }
  if (expires === undefined || !/^\d+$/.test(expires)) return undefined;
  return { signature, keyPairId, hashAlgorithm, policy: cannedPolicy(resource, expires) };
}

function cannedPolicy(resource: string, expires: string): string {
  return `{"Statement":[{"Resource":"${resource}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`;
}

/** CloudFront's base64: `-`, `_` and `~` stand for `+`, `=` and `/`. */
function decode(text: string): Buffer {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "=").replaceAll("~", "/");
  return Buffer.from(base64, "base64");
}

/** By RSA, or by an elliptic curve: what the key is. */
function isSignedBy(
  { encodedKey }: TrustedKey,
  { policy, signature, hashAlgorithm }: Signed,
): boolean {
  if (!HASH_ALGORITHMS.has(hashAlgorithm)) return false;
  try {
    return createVerify(hashAlgorithm).update(policy).verify(encodedKey, decode(signature));
  } catch {
    return false; // not a public key in PEM
  }
}

interface EpochTime {
  readonly "AWS:EpochTime"?: unknown;
}

interface Statement {
  readonly Resource?: string;
  readonly Condition?: {
    readonly DateLessThan?: EpochTime;
    readonly DateGreaterThan?: EpochTime;
    readonly IpAddress?: { readonly "AWS:SourceIp"?: string };
  };
}

function allows(policy: string, resource: string, clientIp: string, now: number): boolean {
  const statement = parse(policy);
  if (statement === undefined) return false;
  const { DateLessThan, DateGreaterThan, IpAddress } = statement.Condition ?? {};
  const seconds = now / 1000;
  const ip = IpAddress?.["AWS:SourceIp"];
  return (
    matchesGlob(resource, statement.Resource ?? "*") &&
    seconds < epochTime(DateLessThan, Number.NaN) &&
    seconds > epochTime(DateGreaterThan, 0) &&
    (ip === undefined || ip === "0.0.0.0/0" || isInRange(clientIp, ip))
  );
}

/** Seconds since 1970, which stand without quotes; NaN for what is no number. */
function epochTime(condition: EpochTime | undefined, missing: number): number {
  if (condition === undefined) return missing;
  const time = condition["AWS:EpochTime"];
  return typeof time === "number" ? time : Number.NaN;
}

/** The one statement that a policy may have. */
function parse(policy: string): Statement | undefined {
  try {
    const { Statement } = JSON.parse(policy) as { Statement?: readonly Statement[] };
    return Statement?.length === 1 ? Statement[0] : undefined;
  } catch {
    return undefined;
  }
}
