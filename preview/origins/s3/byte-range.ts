import { type HeaderList, headerOf } from "../../messages";

/** Part of an object; both ends belong to it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of an object that a request wants. S3 serves one range; several, or what it cannot
 * read, get the whole object.
 *
 * @returns undefined for the whole object, `"unsatisfiable"` when the object has no such part
 */
export function byteRange(
  headers: HeaderList,
  object: { readonly etag: string; readonly modified: number; readonly size: number },
): ByteRange | "unsatisfiable" | undefined {
  const range = headerOf(headers, "range");
  const match = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? "");
  if (match === null || !stillTheSame(headerOf(headers, "if-range"), object)) return undefined;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return undefined;
  if (from === "") {
    const length = Math.min(Number(to), object.size);
    if (length === 0) return "unsatisfiable";
    return { first: object.size - length, last: object.size - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return undefined;
  if (first >= object.size) return "unsatisfiable";
  return { first, last: to === "" ? object.size - 1 : Math.min(Number(to), object.size - 1) };
}

function stillTheSame(
  ifRange: string | undefined,
  object: { readonly etag: string; readonly modified: number },
): boolean {
  if (ifRange === undefined) return true;
  return ifRange.trim() === object.etag || Date.parse(ifRange) === object.modified;
}
