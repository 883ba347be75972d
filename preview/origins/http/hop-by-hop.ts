import { lowerCase } from "../../lower-case";
import type { HeaderList } from "../../messages";
import { HOP_BY_HOP } from "../../pipeline/never-sent-headers";

/** The headers that concern the whole way: without hop-by-hop fields and those `Connection` lists. */
export function endToEnd(headers: HeaderList): HeaderList {
  const listed = listedByConnection(headers);
  return headers.filter(([name]) => isEndToEnd(lowerCase(name), listed));
}

/**
 * The headers of a request as they go on the wire, where names and values take turns: end-to-end
 * ones, and a `Content-Length` counted from the bytes.
 */
export function upstreamHeaders(headers: HeaderList, method: string, bytes: number): string[] {
  const listed = listedByConnection(headers);
  const raw: string[] = [];
  for (const [name, value] of headers) {
    const lower = lowerCase(name);
    if (lower !== "content-length" && isEndToEnd(lower, listed)) raw.push(name, value);
  }
  const hasBody = bytes > 0 || method === "POST" || method === "PUT" || method === "PATCH";
  if (hasBody) raw.push("Content-Length", String(bytes));
  return raw;
}

function isEndToEnd(lowerName: string, listed: readonly string[]): boolean {
  return !HOP_BY_HOP.has(lowerName) && !listed.includes(lowerName);
}

/** Lower-case names of the fields that belong to the connection beside {@link HOP_BY_HOP}. */
function listedByConnection(headers: HeaderList): string[] {
  const listed: string[] = [];
  for (const [name, value] of headers) {
    if (name.length !== "connection".length || name.toLowerCase() !== "connection") continue;
    for (const member of value.split(",")) {
      const lower = member.trim().toLowerCase();
      if (!HOP_BY_HOP.has(lower)) listed.push(lower);
    }
  }
  return listed;
}
