import { type EdgeRequest, type HeaderList, headerOf } from "../messages";
import { joinedValue, listMembers } from "./field-values";

/** Headers that a 304 repeats. */
const KEPT = new Set([
  "cache-control",
  "content-location",
  "date",
  "etag",
  "expires",
  "last-modified",
  "server",
  "set-cookie",
  "vary",
]);

const strong = (tag: string): string => tag.replace(/^W\//, "");

/** Whether the viewer already has the object: the edge answers 304 (RFC 9110, 13.2.2). */
export function isNotModified(request: EdgeRequest, stored: HeaderList): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const noneMatch = joinedValue(request.headers, "if-none-match");
  if (noneMatch !== undefined) {
    if (noneMatch.trim() === "*") return true;
    const etag = headerOf(stored, "etag");
    if (etag === undefined) return false;
    return listMembers(noneMatch).some((tag) => strong(tag) === strong(etag));
  }
  const since = headerOf(request.headers, "if-modified-since");
  if (since === undefined) return false;
  return Date.parse(headerOf(stored, "last-modified") ?? "") <= Date.parse(since);
}

/**
 * Whether the object is not the one that the viewer insists on: the edge answers 412. AWS says of
 * If-Match only that it is ignored for an object without an ETag (RFC 9110, 13.2.2, for the rest).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#ResponseCustomCaching
 */
export function failsPrecondition(request: EdgeRequest, stored: HeaderList): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const match = joinedValue(request.headers, "if-match");
  if (match !== undefined) {
    const etag = headerOf(stored, "etag");
    if (etag === undefined || match.trim() === "*") return false;
    return etag.startsWith("W/") || !listMembers(match).includes(etag);
  }
  const since = headerOf(request.headers, "if-unmodified-since");
  if (since === undefined) return false;
  return Date.parse(headerOf(stored, "last-modified") ?? "") > Date.parse(since);
}

/** The headers of a 304. */
export function notModifiedHeaders(stored: HeaderList): HeaderList {
  return stored.filter(([name]) => KEPT.has(name.toLowerCase()));
}

/** Whether If-Range lets a range be served from the object as it is (RFC 9110, 13.1.5). */
export function allowsRange(request: EdgeRequest, stored: HeaderList): boolean {
  const condition = headerOf(request.headers, "if-range");
  if (condition === undefined) return true;
  if (condition.startsWith('"')) return condition === headerOf(stored, "etag");
  return condition === headerOf(stored, "last-modified");
}
