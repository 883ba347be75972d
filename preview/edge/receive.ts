import type { StoredObject } from "../cache/object-cache";
import { type EdgeResponse, type HeaderList, withHeader } from "../messages";
import { type CacheControl, isOldAtOnce, readCacheControl } from "../pipeline/cache-control";
import {
  chooseEncoding,
  compressBody,
  compressedHeaders,
  decideCompression,
  type EncodingChoice,
} from "../pipeline/compression";
import { errorEntry } from "../pipeline/custom-error-response";
import { errorTimeToLive } from "../pipeline/error-time-to-live";
import { forwardedRanges } from "../pipeline/forwarded-range";
import { originResponseHeaders } from "../pipeline/origin-response-headers";
import { keyedQuery } from "../pipeline/query-strings";
import { staleLimits } from "../pipeline/stale";
import { type CacheDecision, notCached, timeToLive } from "../pipeline/time-to-live";
import { type Answer, resultOf } from "./answer";
import type { OriginAnswer, Question } from "./ask-origin";
import { brokenBody, canBeRead, readAnnounced, teed } from "./body";
import { type Exchange, note } from "./context";
import type { CachePlan } from "./plan";
import { representation } from "./serve-stored";

/** How long the origin's answer is kept, by its status and headers. */
function decideCaching(x: Exchange, question: Question, answer: OriginAnswer): CacheDecision {
  const { model, deps } = x.edge;
  const { status, headers } = answer.response;
  const control = readCacheControl(headers);
  const { ttl } = question.compiled;
  if (answer.result !== undefined && answer.result !== "LambdaGeneratedResponse") {
    return notCached(`${answer.result}`);
  }
  if (status === 304) return notCached("a 304 answers the viewer's own condition");
  if (status < 400) return timeToLive(answer.response, control, ttl, deps.now());
  return errorTimeToLive({
    status,
    headers,
    control,
    entry: errorEntry(model.customErrorResponses, status),
    maxTtl: ttl.maxTtl,
    originKind: answer.origin.kind,
    now: deps.now(),
  });
}

/**
 * Takes the origin's answer: compresses it, keeps it if it may be kept, and makes the viewer's
 * answer of it. `land` gets the kept object as soon as there is one.
 */
export async function receive(
  x: Exchange,
  question: Question,
  answer: OriginAnswer,
  plan: CachePlan | undefined,
  land: (object: StoredObject) => void,
): Promise<Answer> {
  const { request, compiled } = question;
  const headers = originResponseHeaders(answer.response.headers, compiled, answer.origin.kind);
  const response: EdgeResponse = { ...answer.response, headers };
  const generated = answer.result !== undefined;
  const finish = (done: EdgeResponse): Answer => ({
    response: done,
    result: answer.result ?? resultOf(done.status, "Miss"),
    age: undefined,
    generated,
  });

  const decision = plan === undefined ? undefined : decideCaching(x, question, answer);
  if (decision !== undefined) {
    x.steps?.push({ step: "time-to-live", ...decision });
  }
  const choice: EncodingChoice = {
    compress: compiled.behavior.compress && request.method === "GET",
    enabled: compiled.encodings,
    accepted: question.encodings.accepted,
  };
  // Nothing is known of an answer that nobody asked for.
  const foreseen = x.trace.dryRun && !generated;
  const compression = foreseen ? chooseEncoding(choice) : decideCompression(response, choice);
  x.steps?.push({
    step: "compression",
    reason: compression.reason,
    ...(compression.encoding === undefined ? {} : { encoding: compression.encoding }),
  });
  if (foreseen) return finish(response);

  const keep = (kept: EdgeResponse, body: Uint8Array): void => {
    if (plan === undefined || decision?.cached !== true) return;
    const key = kept.status === 206 || request.method === "HEAD" ? plan.ownKey : plan.key;
    const object = { key, ...storedObject(x, question, answer, kept, body, decision) };
    x.edge.cache.set(object);
    if (isShared(object)) land(object);
  };
  if ((decision?.cached !== true && compression.encoding === undefined) || !canBeRead(response)) {
    if (decision?.cached !== true || response.body instanceof Uint8Array) return finish(response);
    return finish({ ...response, body: teed(response.body, (bytes) => keep(response, bytes)) });
  }

  const hasBody = request.method !== "HEAD" && response.status !== 204 && response.status !== 304;
  const read = await readAnnounced(response, hasBody);
  if (read.broken !== undefined) {
    note(x, "the origin's body does not have the announced length: relayed, not kept");
    return finish({ ...response, body: brokenBody(read) });
  }
  const whole = await encoded(response, read.bytes, compression.encoding, hasBody);
  keep(whole.response, whole.body);
  if (decision?.cached !== true) return finish({ ...whole.response, body: whole.body });
  const asked = whole.response.status === 206 ? { ...request, headers: [] } : request;
  // The origin has decided about a range that it was asked for.
  const cuts = forwardedRanges(request, compiled) === undefined;
  return finish(representation({ ...whole.response, body: whole.body }, asked, cuts));
}

async function encoded(
  response: EdgeResponse,
  bytes: Uint8Array,
  encoding: "br" | "gzip" | undefined,
  hasBody: boolean,
): Promise<{ readonly response: EdgeResponse; readonly body: Uint8Array }> {
  if (encoding !== undefined) {
    const body = await compressBody(bytes, encoding);
    const headers = compressedHeaders(response.headers, encoding, body.length);
    return { response: { ...response, headers }, body };
  }
  if (!hasBody) return { response, body: bytes };
  const headers = withHeader(response.headers, "Content-Length", String(bytes.length));
  return { response: { ...response, headers }, body: bytes };
}

function storedObject(
  x: Exchange,
  question: Question,
  answer: OriginAnswer,
  response: EdgeResponse,
  body: Uint8Array,
  decision: Extract<CacheDecision, { cached: true }>,
): Omit<StoredObject, "key"> {
  const control = readCacheControl(response.headers);
  return {
    status: response.status,
    ...(response.statusText === undefined ? {} : { statusText: response.statusText }),
    headers: replayedHeaders(response.headers, control),
    body,
    path: invalidationPath(question),
    originId: answer.origin.id,
    storedAt: x.edge.deps.now(),
    ttlSeconds: decision.seconds,
    ttlReason: decision.reason,
    stale: staleLimits(control, question.compiled.ttl.maxTtl),
    generated: answer.result !== undefined,
    retryAt: 0,
  };
}

function invalidationPath({ request, compiled }: Question): string {
  const query = keyedQuery(request.query, compiled.queryStrings);
  return query === "" ? request.path : `${request.path}?${query}`;
}

/**
 * Whether requests that waited for an object may have it: not with a minimum TTL of 0 and an origin
 * that sends `max-age=0` or `s-maxage=0`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes
 */
export function isShared({ headers, ttlSeconds }: StoredObject): boolean {
  return ttlSeconds > 0 || !isOldAtOnce(readCacheControl(headers));
}

/** `no-cache="Set-Cookie"` keeps that header out of later answers. */
export function replayedHeaders(headers: HeaderList, { notReplayed }: CacheControl): HeaderList {
  if (notReplayed.length === 0) return headers;
  return headers.filter(([name]) => !notReplayed.includes(name.toLowerCase()));
}
