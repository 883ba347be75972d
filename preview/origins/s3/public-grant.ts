import { isIPv6 } from "node:net";
import type { PolicyStatement } from "../iam/policy-document";

/** Keys that make a grant to everybody non-public when their values are fixed. */
const LIMITING_KEYS = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
]);

/** Operators that hold for nothing but the values that they name. */
const LIMITING_OPERATOR =
  /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|IpAddress)$/;

/** Ranges of private networks, which may be as broad as they are. */
const PRIVATE_RANGE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.)/;

/**
 * Whether S3 calls a statement public: it allows something to everybody, and no condition limits it
 * to fixed values of certain keys. `aws:Referer` is none of them.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublicGrant(statement: PolicyStatement): boolean {
  const { effect, principals, notPrincipals, conditions } = statement;
  if (effect !== "Allow") return false;
  const named = Object.entries(principals ?? {}).flatMap(([kind, values]) =>
    kind === "*" || kind === "AWS" ? values : [],
  );
  if (notPrincipals === undefined && !named.includes("*")) return false;
  return !Object.entries(conditions).some(
    ([operator, tests]) =>
      LIMITING_OPERATOR.test(operator) &&
      Object.entries(tests).some(
        ([key, values]) =>
          LIMITING_KEYS.has(key.toLowerCase()) &&
          values.every((value) => isFixed(key.toLowerCase(), value)),
      ),
  );
}

function isFixed(key: string, value: string): boolean {
  if (key === "aws:sourceip") return isNarrow(value);
  // The name of an access point may be any, as long as its account is fixed.
  const text = key === "s3:dataaccesspointarn" ? value.replace(/:accesspoint\/.*$/, "") : value;
  return !/[*?]|\$\{/.test(text);
}

/** A range is broad from /7 for IPv4 and from /31 for IPv6 on. */
function isNarrow(range: string): boolean {
  const [address = "", bits] = range.split("/");
  if (bits === undefined || PRIVATE_RANGE.test(address)) return true;
  return Number(bits) >= (isIPv6(address) ? 32 : 8);
}
