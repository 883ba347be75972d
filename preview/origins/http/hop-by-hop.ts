import { type HeaderList, withoutHeader } from "../../messages";
import { HOP_BY_HOP } from "../../pipeline/never-sent-headers";

/** The headers that concern the whole way: without hop-by-hop fields and those `Connection` lists. */
export function endToEnd(headers: HeaderList): HeaderList {
  const listed: string[] = [];
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== "connection") continue;
    listed.push(...value.split(",").map((member) => member.trim().toLowerCase()));
  }
  return headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return !HOP_BY_HOP.has(lower) && !listed.includes(lower);
  });
}

/**
 * The headers of a request as they go on the wire: end-to-end ones, and a `Content-Length` counted
 * from the bytes.
 */
export function upstreamHeaders(headers: HeaderList, method: string, bytes: number): HeaderList {
  const plain = withoutHeader(endToEnd(headers), "content-length");
  const hasBody = bytes > 0 || method === "POST" || method === "PUT" || method === "PATCH";
  return hasBody ? [...plain, ["Content-Length", String(bytes)]] : plain;
}
