import type { EdgeRequest, HeaderList } from "../messages";

/** Longest URL (path and query string), in bytes. */
const MAX_URL_BYTES = 8192;

/** Longest request or origin response without its body, in bytes. */
export const MAX_HEAD_BYTES = 32_768;

/** Bytes of a header section: each field with its colon, space and line end. */
export function headerBytes(headers: HeaderList): number {
  let bytes = 0;
  for (const [name, value] of headers) bytes += name.length + value.length + 4;
  return bytes;
}

/** Bytes of a path with its query string. Header and path strings hold one byte per character. */
function urlBytes(path: string, query: string): number {
  return query === "" ? path.length : path.length + 1 + query.length;
}

/**
 * The status of a request that is too long: 414 for its URL, 494 because of its headers.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function refusedSize(request: EdgeRequest): 414 | 494 | undefined {
  const url = urlBytes(request.path, request.query);
  if (url > MAX_URL_BYTES) return 414;
  return url + headerBytes(request.headers) > MAX_HEAD_BYTES ? 494 : undefined;
}
