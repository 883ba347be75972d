import type { StoredObject } from "../cache/object-cache";
import {
  type EdgeRequest,
  type EdgeResponse,
  type HeaderList,
  headerOf,
  withHeader,
  withoutHeader,
} from "../messages";
import type { ResultType } from "../pipeline/edge-headers";
import { joinedValue } from "../pipeline/field-values";
import { contentRange, multipartRanges, parseRanges, satisfiable } from "../pipeline/range";
import {
  allowsRange,
  failsPrecondition,
  isNotModified,
  notModifiedHeaders,
} from "../pipeline/viewer-conditions";
import { type Answer, resultOf } from "./answer";

const EMPTY = new Uint8Array();
const BOUNDARY = "CloudFront:3F1A5C9E7B2D4860";

/** Answers from the cache. The age is that of the object, in whole seconds. */
export function serveStored(
  stored: StoredObject,
  request: EdgeRequest,
  result: ResultType,
  now: number,
): Answer {
  const response = representation(stored, request, true);
  return {
    response,
    result: resultOf(response.status, result),
    age: Math.max(0, Math.floor((now - stored.storedAt) / 1000)),
    generated: stored.generated,
  };
}

/** What of an object a request gets: all, nothing new, some ranges. */
export function representation(
  {
    status,
    statusText,
    headers,
    body,
  }: Pick<StoredObject, "status" | "statusText" | "headers" | "body">,
  request: EdgeRequest,
  servesRanges: boolean,
): EdgeResponse {
  if (status === 200 && failsPrecondition(request, headers)) {
    return { status: 412, headers: [["Content-Length", "0"]], body: EMPTY };
  }
  if (status === 200 && isNotModified(request, headers)) {
    return { status: 304, headers: notModifiedHeaders(headers), body: EMPTY };
  }
  if (request.method === "HEAD") return { status, statusText, headers, body: EMPTY };
  const range = servesRanges && status === 200 ? rangeOf(request, headers) : undefined;
  const specs = parseRanges(range);
  return specs === undefined
    ? { status, statusText, headers, body }
    : partial(headers, body, satisfiable(specs, body.length));
}

function rangeOf(request: EdgeRequest, headers: HeaderList): string | undefined {
  if (request.method !== "GET" || !allowsRange(request, headers)) return undefined;
  return joinedValue(request.headers, "range");
}

function partial(
  headers: HeaderList,
  body: Uint8Array,
  ranges: ReturnType<typeof satisfiable>,
): EdgeResponse {
  const [only, second] = ranges;
  if (only === undefined) {
    const kept = withoutHeader(headers, "content-length");
    return {
      status: 416,
      headers: [...kept, ["Content-Range", `bytes */${body.length}`], ["Content-Length", "0"]],
      body: EMPTY,
    };
  }
  if (second === undefined) {
    const bytes = body.subarray(only.first, only.last + 1);
    const sized = withHeader(headers, "Content-Length", String(bytes.length));
    return {
      status: 206,
      headers: withHeader(sized, "Content-Range", contentRange(only, body.length)),
      body: bytes,
    };
  }
  const type = headerOf(headers, "content-type") ?? "application/octet-stream";
  const parts = multipartRanges(body, ranges, type, BOUNDARY);
  const typed = withHeader(headers, "Content-Type", `multipart/byteranges; boundary=${BOUNDARY}`);
  return {
    status: 206,
    headers: withHeader(typed, "Content-Length", String(parts.length)),
    body: parts,
  };
}
