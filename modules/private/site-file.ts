// What one file of a site needs to be served well: its address, its type, how long it may be kept.
import { createHash } from "node:crypto";
import { charset, lookup } from "mime-types";

/**
 * The media type of a file by its name, with the character set for text.
 *
 * @default "application/octet-stream" for a name that says nothing
 */
export function contentType(key: string): string {
  const type = lookup(key) || "application/octet-stream";
  const set = charset(type);
  return set === false ? type : `${type}; charset=${set.toLowerCase()}`;
}

/** Names whose content is asked for again by the same name: pages, manifests, service workers. */
const CHANGES_IN_PLACE = /\.(html?|json|webmanifest)$|(^|\/)(sw|service-?worker)([.-][^/]*)?\.js$/i;

/**
 * How browsers and CloudFront may keep a file.
 *
 * - a name with a content hash in it: a year, never asked for again
 * - pages, JSON and service workers: kept, but checked on each use
 * - everything else: five minutes
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Caching
 */
export function cacheControl(key: string): string {
  if (CHANGES_IN_PLACE.test(key)) return "no-cache";
  if (isHashed(key)) return "public, max-age=31536000, immutable";
  return "public, max-age=300";
}

/**
 * Whether a file's name changes with its content, as the bundlers write it: `app-BfX9zQ2k.js`,
 * `main.8f3a9c1b.css`. When in doubt it is not: a wrong yes is kept for a year.
 */
export function isHashed(key: string): boolean {
  const name = key.slice(key.lastIndexOf("/") + 1);
  const token = /[.-]([A-Za-z0-9_-]{8,64})(\.[a-z0-9]{1,5}){1,2}$/.exec(name)?.[1];
  if (token === undefined) return false;
  const tail = token.length > 8 ? token.slice(-8) : token;
  const isHex = /^[0-9a-f]{8,64}$/.test(token) && /\d/.test(token) && /[a-f]/.test(token);
  const isBase64 = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(tail));
  return isHex || isBase64;
}

/**
 * The name of a file's resource: `index_html`, `assets__app-1a2b_js`. Two keys never share one:
 * a key that the plain rule could confuse gets a piece of its hash.
 */
export function fileId(key: string): string {
  const plain = /^[A-Za-z0-9-]+([./][A-Za-z0-9-]+)*$/.test(key);
  const readable = key.replaceAll("/", "__").replace(/[^A-Za-z0-9_-]/g, "_");
  const id = plain
    ? readable
    : `${readable}_${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
  // A PascalCase id would stay out of the address.
  return /^[a-z]/.test(id) ? id : `_${id}`;
}
