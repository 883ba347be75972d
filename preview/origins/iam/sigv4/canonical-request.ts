import { createHash } from "node:crypto";
import { type EdgeRequest, valuesOf } from "../../../messages";
import { decodePart, encodePart, parseQuery } from "../../query";

/** How a service encodes the path that is signed: once for S3, twice for everything else. */
export type PathEncoding = "single" | "double";

/**
 * The canonical request, as the signer must have built it from what arrives.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(
  request: EdgeRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
  encoding: PathEncoding,
): string {
  return [
    request.method,
    canonicalPath(request.path, encoding),
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${headerValues(request, name)}`),
    "",
    signedHeaders.join(";"),
    payloadHash,
  ].join("\n");
}

/** Lower-case hexadecimal SHA-256. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function canonicalPath(path: string, encoding: PathEncoding): string {
  // However the client spelled it in the URL: `(` and `%28` are one path to S3.
  if (encoding === "single") return path.split("/").map(encodedOnce).join("/");
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(encodePart(segment));
  }
  const end = path.length > 1 && path.endsWith("/") && segments.length > 0 ? "/" : "";
  return `/${segments.join("/")}${end}`;
}

function encodedOnce(segment: string): string {
  return encodePart(decodePart(segment));
}

function canonicalQuery(query: string): string {
  return parseQuery(query)
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]): [string, string] => [encodePart(name), encodePart(value)])
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function headerValues(request: EdgeRequest, name: string): string {
  return valuesOf(request.headers, name)
    .map((value) => value.trim().replace(/ +/g, " "))
    .join(",");
}
