import { type EdgeRequest, type HeaderList, headerOf } from "../messages";

/** If-Range is none of them: it is about the range, once the object is known to have changed. */
const CONDITIONS = new Set([
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-unmodified-since",
]);

/** Whether an origin can be asked if a stored object has changed. */
export function hasValidator(stored: HeaderList): boolean {
  return headerOf(stored, "etag") !== undefined || headerOf(stored, "last-modified") !== undefined;
}

/**
 * Asks an origin whether an expired object has changed, by its ETag and Last-Modified, instead of
 * the viewer's own conditions.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function conditionalRequest(request: EdgeRequest, stored: HeaderList): EdgeRequest {
  const etag = headerOf(stored, "etag");
  const lastModified = headerOf(stored, "last-modified");
  const headers = withoutConditions(request.headers);
  if (etag !== undefined) headers.push(["If-None-Match", etag]);
  if (lastModified !== undefined) headers.push(["If-Modified-Since", lastModified]);
  return { ...request, headers };
}

/** The headers without a viewer's conditions: the edge asks for the whole object. */
export function withoutConditions(headers: HeaderList): (readonly [string, string])[] {
  return headers.filter(([name]) => !CONDITIONS.has(name.toLowerCase()));
}

/** Headers of a 304 which describe the message, not the object. */
const NOT_REFRESHED = new Set(["content-length", "content-encoding", "transfer-encoding", "etag"]);

/** The stored headers, updated by those of a 304. */
export function refreshedHeaders(stored: HeaderList, notModified: HeaderList): HeaderList {
  const news = notModified.filter(([name]) => !NOT_REFRESHED.has(name.toLowerCase()));
  const replaced = new Set(news.map(([name]) => name.toLowerCase()));
  return [...stored.filter(([name]) => !replaced.has(name.toLowerCase())), ...news];
}
