import type { StoredObject } from "../cache/object-cache";
import { headerOf, withHeader } from "../messages";
import { contentRange, type RangeSpec, satisfiable } from "../pipeline/range";

const STORED_RANGE = /^bytes (\d+)-(\d+)\/(\d+)$/;

/**
 * A range out of a longer one that the cache has; undefined when that does not hold all of it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html
 */
export function partOf(stored: StoredObject, spec: RangeSpec): StoredObject | undefined {
  const known = STORED_RANGE.exec(headerOf(stored.headers, "content-range") ?? "");
  if (stored.status !== 206 || known === null) return undefined;
  const [from, to, size] = known.slice(1).map(Number) as [number, number, number];
  const [wanted] = satisfiable([spec], size);
  if (wanted === undefined || wanted.first < from || wanted.last > to) return undefined;
  const body = stored.body.subarray(wanted.first - from, wanted.last - from + 1);
  const sized = withHeader(stored.headers, "Content-Length", String(body.length));
  const headers = withHeader(sized, "Content-Range", contentRange(wanted, size));
  return { ...stored, headers, body };
}
