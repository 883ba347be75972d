import { type HeaderList, headerOf } from "../../messages";

/** What a request's conditions say of the object as it is. */
export type Condition = "go-on" | "not-modified" | "failed";

/**
 * Checks If-Match, If-Unmodified-Since, If-None-Match and If-Modified-Since, in that order; a tag
 * wins over a date.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function checkConditions(
  headers: HeaderList,
  object: { readonly etag: string; readonly modified: number },
): Condition {
  const ifMatch = headerOf(headers, "if-match");
  const unmodifiedSince = dateOf(headerOf(headers, "if-unmodified-since"));
  if (ifMatch !== undefined) {
    if (!names(ifMatch, object.etag)) return "failed";
  } else if (unmodifiedSince !== undefined && object.modified > unmodifiedSince) {
    return "failed";
  }
  const ifNoneMatch = headerOf(headers, "if-none-match");
  if (ifNoneMatch !== undefined) return names(ifNoneMatch, object.etag) ? "not-modified" : "go-on";
  const modifiedSince = dateOf(headerOf(headers, "if-modified-since"));
  if (modifiedSince !== undefined && object.modified <= modifiedSince) return "not-modified";
  return "go-on";
}

function names(list: string, etag: string): boolean {
  return list
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === etag || `"${tag}"` === etag);
}

function dateOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : time;
}
