/**
 * The key that a raw path addresses: percent-decoded once, case kept, nothing normalised. `+` is
 * a plus. The empty key is the bucket itself.
 *
 * @returns undefined for a path that S3 cannot parse: invalid percent-encoding, or `..` segments
 *   that lead out of the bucket
 */
export function objectKey(path: string): string | undefined {
  let key: string;
  try {
    key = decodeURIComponent(path.slice(1));
  } catch {
    return undefined;
  }
  let depth = 0;
  for (const segment of key.split("/")) {
    if (segment === "..") depth -= 1;
    else if (segment !== "." && segment !== "") depth += 1;
    if (depth < 0) return undefined;
  }
  return key;
}
