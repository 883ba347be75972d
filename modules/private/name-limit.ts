// How long AWS lets the names of account-wide resources be.
import { createHash } from "node:crypto";
import { Token } from "cdktf";

/** The most characters by kind of name. */
const LIMITS = {
  "Lambda function": 64,
  "origin access control": 64,
  "CloudFront function": 64,
  "log delivery": 60,
  "web ACL": 128,
  alarm: 255,
} as const;

/**
 * Refuses a name that AWS would refuse only at apply, after other resources are made.
 *
 * @returns the name, when it is short enough or a token
 * @throws with the name, its length and the limit
 */
export function withinLimit(kind: keyof typeof LIMITS, name: string, path: string): string {
  const most = LIMITS[kind];
  if (Token.isUnresolved(name) || name.length <= most) return name;
  throw new Error(
    `the name of the ${kind} has at most ${most} characters, but "${name}" has ${name.length}; choose a shorter name (at ${path})`,
  );
}

/**
 * A name that is made of others, some of which nobody may choose, such as a path pattern. One that is
 * too long is cut and told apart by a piece of its hash.
 */
export function fittingName(kind: keyof typeof LIMITS, name: string): string {
  if (Token.isUnresolved(name) || name.length <= LIMITS[kind]) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return `${name.slice(0, LIMITS[kind] - hash.length - 1)}-${hash}`;
}
