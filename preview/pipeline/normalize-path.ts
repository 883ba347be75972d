const UNRESERVED = /^[A-Za-z0-9._~-]$/;

/**
 * A path as it is compared with path patterns: percent-encoded unreserved characters decoded, the
 * hex digits of the others in upper case, `.` and `..` segments and repeated slashes removed.
 * The origin gets the raw path. AWS names RFC 3986 but not how far it decodes: `%2F` stays.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#path-normalization
 */
export function normalizePath(path: string): string {
  const decoded = path.includes("%") ? decodeUnreserved(path) : path;
  return decoded.includes("//") || decoded.includes("/.") ? collapse(decoded) : decoded;
}

/** A path with every percent-encoded byte as a character. */
export function decodePath(path: string): string {
  return path.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** RFC 3986, 6.2.2.1 and 6.2.2.2. */
function decodeUnreserved(path: string): string {
  return path.replace(/%([0-9A-Fa-f]{2})/g, (triplet, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : triplet.toUpperCase();
  });
}

/** RFC 3986, 5.2.4, and no empty segments. */
function collapse(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/");
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    if (segment !== "" && segment !== "." && segment !== "..") kept.push(segment);
  }
  const last = segments[segments.length - 1];
  const endsInFolder = last === "" || last === "." || last === "..";
  return endsInFolder && kept.length > 0 ? `/${kept.join("/")}/` : `/${kept.join("/")}`;
}
