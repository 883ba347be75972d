import type { StoredObject } from "../cache/object-cache";
import type { EdgeRequest } from "../messages";
import { headerOf } from "../messages";
import {
  type AcceptedEncodings,
  normalizeAcceptEncoding,
  normalizeLegacyAcceptEncoding,
} from "../pipeline/accept-encoding";
import { type CacheKey, cacheKey, keyText } from "../pipeline/cache-key";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { joinedValue } from "../pipeline/field-values";
import { forwardedRanges } from "../pipeline/forwarded-range";
import type { RangeSpec } from "../pipeline/range";
import { partOf } from "./cached-part";
import type { Exchange } from "./context";

/** Where the object of a request is kept. */
export interface CachePlan {
  readonly parts: CacheKey;
  /** Key of the whole object. */
  readonly key: string;
  /** Key under which the response to exactly this request is kept: whole, headers only, or a range. */
  readonly ownKey: string;
  /** The one range that is asked for without a condition; a longer one that is kept has it, too. */
  readonly range: RangeSpec | undefined;
  /** Keys of variants in another encoding that the viewer accepts too. */
  readonly otherEncodings: readonly string[];
}

const RANGE = "\nrange ";

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "br,gzip": ["br", "gzip"],
  br: ["br,gzip"],
  gzip: ["br,gzip"],
};

/** Accept-Encoding, by the rule of the behavior. */
export function encodingsOf(compiled: CompiledBehavior, request: EdgeRequest): AcceptedEncodings {
  const header = joinedValue(request.headers, "accept-encoding");
  return compiled.acceptEncoding === "legacy"
    ? normalizeLegacyAcceptEncoding(header, request.httpVersion)
    : normalizeAcceptEncoding(header, compiled.encodings, request.httpVersion);
}

/** Why the response to a request is not kept; undefined when it may be. */
export function bypassReason(compiled: CompiledBehavior, method: string): string | undefined {
  if (compiled.cachingOff !== undefined) return compiled.cachingOff;
  return compiled.cachedMethods.has(method) ? undefined : `${method} is not a cached method`;
}

/** Where to look for, and to keep, the object of a request. */
export function planCache(
  x: Exchange,
  compiled: CompiledBehavior,
  request: EdgeRequest,
  encodings: AcceptedEncodings,
): CachePlan {
  const parts = cacheKey(request, compiled, encodings, x.viewer);
  const base = keyText(parts, compiled.index);
  const key = `${base}\n${encodings.key}`;
  const ranges = request.method === "GET" ? forwardedRanges(request, compiled) : undefined;
  return {
    parts,
    key,
    ownKey: ownKey(key, request, ranges),
    range: ranges === undefined ? undefined : oneRange(request, ranges),
    otherEncodings: (OTHERS[encodings.key] ?? []).map((other) => `${base}\n${other}`),
  };
}

function ownKey(
  key: string,
  { method, headers }: EdgeRequest,
  ranges: readonly RangeSpec[] | undefined,
): string {
  if (method === "HEAD") return `${key}\nHEAD`;
  if (ranges === undefined) return key;
  return `${key}${RANGE}${JSON.stringify(ranges)} ${headerOf(headers, "if-range") ?? ""}`;
}

function oneRange(
  { headers }: EdgeRequest,
  [only, ...others]: readonly RangeSpec[],
): RangeSpec | undefined {
  const isPlain = others.length === 0 && headerOf(headers, "if-range") === undefined;
  return isPlain ? only : undefined;
}

/** Whether an object is within its time to live. */
export function isFresh(object: StoredObject, now: number): boolean {
  return now < object.storedAt + object.ttlSeconds * 1000;
}

/** A range within one that was asked for before. */
function findPart(
  { cache }: Exchange["edge"],
  { key }: CachePlan,
  range: RangeSpec,
  now: number,
): StoredObject | undefined {
  for (const stored of cache.startingWith(`${key}${RANGE}`)) {
    const part = isFresh(stored, now) ? partOf(stored, range) : undefined;
    if (part !== undefined) return part;
  }
  return undefined;
}

/**
 * Finds an object: the whole one before the one for exactly this request, fresh ones first. A
 * variant that was compressed for others is reused if the viewer accepts it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export function findStored(
  { edge }: Exchange,
  plan: CachePlan,
  encodings: AcceptedEncodings,
  now: number,
): StoredObject | undefined {
  const { cache } = edge;
  const whole = cache.get(plan.key);
  if (whole !== undefined && isFresh(whole, now)) return whole;
  const own = plan.ownKey === plan.key ? undefined : cache.get(plan.ownKey);
  if (own !== undefined && isFresh(own, now)) return own;
  const part = plan.range === undefined ? undefined : findPart(edge, plan, plan.range, now);
  if (part !== undefined) return part;
  for (const key of plan.otherEncodings) {
    const variant = cache.get(key);
    if (variant === undefined || !isFresh(variant, now)) continue;
    const encoding = headerOf(variant.headers, "content-encoding");
    if (encodings.accepted.some((accepted) => accepted === encoding)) return variant;
  }
  return own ?? whole;
}
