import type { OutgoingHttpHeaders } from "node:http2";
import type { HeaderList } from "../messages";
import { checkedBytes } from "./field-value";

/** Headers that belong to one HTTP/1.1 connection; HTTP/2 forbids them. */
const CONNECTION_HEADERS = new Set([
  "connection",
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
]);

/** Fields that Node sends once only; elsewhere a repeated one is a repeated one. */
const SINGLE = new Set(
  `access-control-allow-credentials access-control-max-age access-control-request-method age
  authorization content-encoding content-language content-length content-location content-md5
  content-range content-type date dnt etag expires from host if-match if-modified-since if-none-match
  if-range if-unmodified-since last-modified location max-forwards proxy-authorization range referer
  retry-after tk upgrade-insecure-requests user-agent x-content-type-options`.split(/\s+/),
);

/**
 * The fields of a response over HTTP/2. Repeated ones stay repeated, or become one with all values,
 * which means the same.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.3
 */
export function http2Headers(headers: HeaderList): OutgoingHttpHeaders {
  const grouped = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (CONNECTION_HEADERS.has(lower)) continue;
    const known = grouped.get(lower);
    const sent = checkedBytes(name, value);
    if (known === undefined) grouped.set(lower, [sent]);
    else known.push(sent);
  }
  const entries = [...grouped].map(([name, values]) => [
    name,
    values.length === 1 || SINGLE.has(name) ? values.join(", ") : values,
  ]);
  return Object.fromEntries(entries) as OutgoingHttpHeaders;
}
