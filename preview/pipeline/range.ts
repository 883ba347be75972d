/** One range as the viewer wrote it: `first-last`, `first-` or `-suffix`. */
export type RangeSpec =
  | { readonly first: number; readonly last: number | undefined }
  | { readonly suffix: number };

/** A range of bytes of one object, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const SPEC = /^(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/;

/**
 * The ranges of a Range header; undefined when there is none or when they are invalid, overlap or
 * do not ascend: then the whole object is served with 200.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html
 */
export function parseRanges(header: string | undefined): readonly RangeSpec[] | undefined {
  const list = header === undefined ? null : /^\s*bytes\s*=(.*)$/i.exec(header);
  if (list === null) return undefined;
  const specs: RangeSpec[] = [];
  let end = -1;
  for (const text of (list[1] as string).split(",")) {
    const match = SPEC.exec(text.trim());
    if (match === null || end === Number.POSITIVE_INFINITY) return undefined;
    if (match[3] !== undefined) {
      specs.push({ suffix: Number(match[3]) });
      end = Number.POSITIVE_INFINITY;
      continue;
    }
    const first = Number(match[1]);
    const last = match[2] === undefined ? undefined : Number(match[2]);
    if (first <= end || (last !== undefined && last < first)) return undefined;
    specs.push({ first, last });
    end = last ?? Number.POSITIVE_INFINITY;
  }
  return specs;
}

/** The ranges that an object of a size has; empty when none of them can be satisfied. */
export function satisfiable(specs: readonly RangeSpec[], size: number): ByteRange[] {
  return specs
    .map((spec) =>
      "suffix" in spec
        ? { first: Math.max(0, size - spec.suffix), last: size - 1 }
        : { first: spec.first, last: Math.min(spec.last ?? size - 1, size - 1) },
    )
    .filter(({ first, last }) => first <= last);
}

/** `Content-Range` of one range. */
export function contentRange({ first, last }: ByteRange, size: number): string {
  return `bytes ${first}-${last}/${size}`;
}

/** The parts of several ranges as `multipart/byteranges`. */
export function multipartRanges(
  body: Uint8Array,
  ranges: readonly ByteRange[],
  contentType: string,
  boundary: string,
): Uint8Array {
  const parts = ranges.flatMap((range) => [
    Buffer.from(
      `\r\n--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Range: ${contentRange(range, body.length)}\r\n\r\n`,
    ),
    body.subarray(range.first, range.last + 1),
  ]);
  return Buffer.concat([...parts, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
