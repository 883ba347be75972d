// How long AWS lets the names of account-wide resources be.
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
