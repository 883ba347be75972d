// A path pattern as a part of names and addresses.
import { createHash } from "node:crypto";

/** Longer ones would not fit into the name of a CloudFront function. */
const LONGEST = 24;

/**
 * `/api/*` as `api`. Two patterns never share an id: one that is not of that plain form gets a
 * piece of its hash, and so does one that is long or reads like an id of something else.
 */
export function behaviorId(pathPattern: string): string {
  const plain = /^\/([a-z][a-z0-9-]*)\/\*$/.exec(pathPattern)?.[1];
  if (plain !== undefined && plain.length <= LONGEST && !isTaken(plain)) return plain;
  const readable = pathPattern
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST);
  const hash = createHash("sha256").update(pathPattern).digest("hex").slice(0, 6);
  return `route${readable.startsWith("-") ? "" : "-"}${readable.replace(/-$/, "")}-${hash}`;
}

/** The default behavior has an id, and the functions for responses have a suffix. */
function isTaken(id: string): boolean {
  return id === "default" || id.endsWith("-res");
}
