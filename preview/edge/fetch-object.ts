import type { StoredObject } from "../cache/object-cache";
import type { OriginChange } from "../functions/edge-function";
import type { EdgeRequest } from "../messages";
import { readCacheControl } from "../pipeline/cache-control";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { errorEntry } from "../pipeline/custom-error-response";
import { ERROR_CACHING_SECONDS } from "../pipeline/error-time-to-live";
import { originResponseHeaders } from "../pipeline/origin-response-headers";
import { conditionalRequest, hasValidator, refreshedHeaders } from "../pipeline/revalidation";
import { staleLimits } from "../pipeline/stale";
import { timeToLive } from "../pipeline/time-to-live";
import type { Answer } from "./answer";
import { askOrigin, type OriginAnswer, type Question } from "./ask-origin";
import { type Exchange, note } from "./context";
import { bypassReason, type CachePlan, encodingsOf, findStored, isFresh, planCache } from "./plan";
import { isShared, receive, replayedHeaders } from "./receive";
import { serveStored } from "./serve-stored";

/**
 * Gets the object of a request: from the cache, or from the origin and into the cache. Requests for
 * the same object wait for one origin request, unless cookies are forwarded.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export async function fetchObject(
  x: Exchange,
  compiled: CompiledBehavior,
  request: EdgeRequest,
  change?: OriginChange,
): Promise<Answer> {
  const encodings = encodingsOf(compiled, request);
  const question: Question = { request, compiled, encodings, change };
  const bypass = bypassReason(compiled, request.method);
  if (bypass !== undefined || x.trace.dryRun) {
    const key = bypass === undefined ? planCache(x, compiled, request, encodings).parts : undefined;
    x.steps?.push({
      step: "cache-lookup",
      result: "bypass",
      reason: bypass ?? `not looked up; ${ttlInWords(compiled)}`,
      ...(key === undefined ? {} : { key, ttl: compiled.ttl }),
    });
    return receive(x, question, await askOrigin(x, question), undefined, () => {});
  }

  const plan = planCache(x, compiled, request, encodings);
  const now = x.edge.deps.now();
  const stored = findStored(x, plan, encodings, now);
  if (stored === undefined) {
    x.steps?.push({
      step: "cache-lookup",
      result: "miss",
      key: plan.parts,
      reason: "no such object",
    });
    return share(x, question, plan, undefined);
  }
  if (isFresh(stored, now)) return hit(x, plan, stored, request, "hit", stored.ttlReason);

  const expiredFor = (now - stored.storedAt) / 1000 - stored.ttlSeconds;
  if (expiredFor < stored.stale.whileRevalidate && stored.status < 400) {
    refreshInBackground(x, question, plan, stored);
    return hit(x, plan, stored, request, "stale", "stale-while-revalidate");
  }
  if (now < stored.retryAt && expiredFor < stored.stale.ifError) {
    return hit(
      x,
      plan,
      stored,
      request,
      "stale",
      "the origin failed less than its error caching TTL ago",
    );
  }
  x.steps?.push({
    step: "cache-lookup",
    result: "expired",
    key: plan.parts,
    reason: `expired ${Math.floor(expiredFor)} s ago (${stored.ttlReason})`,
  });
  return share(x, question, plan, stored.status < 400 ? stored : undefined);
}

function hit(
  x: Exchange,
  plan: CachePlan,
  stored: StoredObject,
  request: EdgeRequest,
  result: "hit" | "stale",
  reason: string,
): Answer {
  x.trace.originId = stored.originId;
  x.steps?.push({ step: "cache-lookup", result, key: plan.parts, reason });
  return serveStored(stored, request, "Hit", x.edge.deps.now());
}

/** Waits for an origin request under way for the same object, or makes one that others wait for. */
async function share(
  x: Exchange,
  question: Question,
  plan: CachePlan,
  expired: StoredObject | undefined,
): Promise<Answer> {
  if (question.compiled.forwardsCookies) return load(x, question, plan, expired, () => {});
  const { flights, deps } = x.edge;
  const waiting = flights.get(plan.ownKey);
  const underWay = waiting === undefined ? undefined : await waiting;
  if (underWay !== undefined) {
    note(x, "waited for the origin request of another viewer (request collapsing)");
    x.trace.originId = underWay.originId;
    return serveStored(underWay, question.request, "Hit", deps.now());
  }
  let land: (object: StoredObject | undefined) => void = () => {};
  const flight = new Promise<StoredObject | undefined>((resolve) => {
    land = resolve;
  });
  flights.set(plan.ownKey, flight);
  try {
    return await load(x, question, plan, expired, land);
  } finally {
    land(undefined);
    if (flights.get(plan.ownKey) === flight) flights.delete(plan.ownKey);
  }
}

async function load(
  x: Exchange,
  question: Question,
  plan: CachePlan,
  expired: StoredObject | undefined,
  land: (object: StoredObject) => void,
): Promise<Answer> {
  const revalidates =
    expired !== undefined && !question.compiled.forwardsCookies && hasValidator(expired.headers);
  const asked: Question = revalidates
    ? { ...question, condition: (plain) => conditionalRequest(plain, expired.headers) }
    : question;
  const answer = await askOrigin(x, asked);
  if (expired === undefined) return receive(x, question, answer, plan, land);
  if (answer.response.status === 304 && revalidates) {
    return refreshed(x, question, expired, answer, land);
  }
  const stale = answer.response.status >= 500 ? staleAnswer(x, expired, answer) : undefined;
  if (stale === undefined) return receive(x, question, answer, plan, land);
  land(stale);
  return serveStored(stale, question.request, "Hit", x.edge.deps.now());
}

/** The expired object, when CloudFront serves it because the origin fails. */
function staleAnswer(
  x: Exchange,
  expired: StoredObject,
  { response }: OriginAnswer,
): StoredObject | undefined {
  const now = x.edge.deps.now();
  const expiredFor = (now - expired.storedAt) / 1000 - expired.ttlSeconds;
  if (expiredFor >= expired.stale.ifError) return undefined;
  const entry = errorEntry(x.edge.model.customErrorResponses, response.status);
  const seconds = entry?.errorCachingMinTtl ?? ERROR_CACHING_SECONDS;
  const object = { ...expired, retryAt: now + seconds * 1000 };
  x.edge.cache.set(object);
  note(
    x,
    `the origin failed with ${response.status}: the expired object is served for ${seconds} s`,
  );
  return object;
}

/** Keeps an object that the origin says is unchanged. */
function refreshed(
  x: Exchange,
  { compiled, request }: Question,
  expired: StoredObject,
  { response, origin }: OriginAnswer,
  land: (object: StoredObject) => void,
): Answer {
  const now = x.edge.deps.now();
  const news = originResponseHeaders(response.headers, compiled, origin.kind);
  const headers = refreshedHeaders(expired.headers, news);
  const control = readCacheControl(headers);
  const decision = timeToLive({ status: expired.status, headers }, control, compiled.ttl, now);
  x.steps?.push({ step: "time-to-live", ...decision });
  const object: StoredObject = {
    ...expired,
    headers: replayedHeaders(headers, control),
    storedAt: now,
    ttlSeconds: decision.cached ? decision.seconds : 0,
    ttlReason: decision.reason,
    stale: staleLimits(control, compiled.ttl.maxTtl),
    retryAt: 0,
  };
  if (decision.cached) x.edge.cache.set(object);
  else x.edge.cache.delete(expired.key);
  if (isShared(object)) land(object);
  return serveStored(object, request, "RefreshHit", now);
}

/** Refreshes an object while a viewer gets the stale one. Failures leave the stale one in place. */
function refreshInBackground(
  x: Exchange,
  question: Question,
  plan: CachePlan,
  stored: StoredObject,
): void {
  if (x.edge.flights.has(plan.ownKey)) return;
  const quiet: Exchange = { ...x, trace: { ...x.trace, notes: [] }, steps: undefined };
  share(quiet, question, plan, stored).catch(() => {}); // the next request asks again
}

function ttlInWords({ ttl: { minTtl, defaultTtl, maxTtl } }: CompiledBehavior): string {
  return `kept for ${minTtl} to ${maxTtl} s, ${Math.max(minTtl, defaultTtl)} s if the origin says nothing`;
}
