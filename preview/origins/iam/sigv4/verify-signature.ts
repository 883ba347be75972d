import { createHmac, timingSafeEqual } from "node:crypto";
import { type EdgeRequest, headerOf } from "../../../messages";
import type { IamKey } from "../iam-key";
import { canonicalRequest, type PathEncoding, sha256Hex } from "./canonical-request";
import { readClaim, type SignatureClaim } from "./claim";

/** What a service expects of a signature. */
export interface ExpectedSignature {
  readonly keys: readonly IamKey[];
  readonly region: string;
  /** Such as `execute-api`. */
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** @default "double" */
  readonly pathEncoding?: PathEncoding;
}

/** A valid signature's key, or why it is refused, in AWS's words. */
export type Verdict =
  | { readonly ok: true; readonly key: IamKey }
  | { readonly ok: false; readonly type: string; readonly message: string };

const MAX_SKEW_MINUTES = 15;

/**
 * Checks a request's Signature Version 4 by computing it again from what arrives: method, path,
 * query string, signed headers (`Host` among them) and body.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function verifySignature(request: EdgeRequest, expected: ExpectedSignature): Verdict {
  const claim = readClaim(request);
  if (!("signature" in claim)) return { ok: false, ...claim };
  const problem = scopeProblem(claim, expected) ?? timeProblem(claim, expected.now);
  if (problem !== undefined) return refused("InvalidSignatureException", problem);

  const key = expected.keys.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
  if (key === undefined || key.sessionToken !== claim.sessionToken) {
    return refused(
      "UnrecognizedClientException",
      "The security token included in the request is invalid.",
    );
  }

  const canonical = canonicalRequest(
    request,
    claim.signedHeaders,
    payloadHash(request, expected.service, claim),
    expected.pathEncoding ?? "double",
  );
  const toSign = ["AWS4-HMAC-SHA256", claim.timestamp, claim.scope, sha256Hex(canonical)].join(
    "\n",
  );
  if (sameText(signatureOf(key.secretAccessKey, claim, toSign), claim.signature)) {
    return { ok: true, key };
  }
  return refused(
    "InvalidSignatureException",
    `The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'${canonical}'\n\nThe String-to-Sign should have been\n'${toSign}'\n`,
  );
}

function scopeProblem(claim: SignatureClaim, expected: ExpectedSignature): string | undefined {
  const problems = [
    ...(claim.region === expected.region
      ? []
      : [`Credential should be scoped to a valid region, not '${claim.region}'.`]),
    ...(claim.service === expected.service
      ? []
      : [`Credential should be scoped to correct service: '${expected.service}'.`]),
    ...(claim.timestamp.startsWith(claim.date) && claim.date !== ""
      ? []
      : [
          `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${claim.date}' != '${claim.timestamp.slice(0, 8)}', from '${claim.timestamp}'.`,
        ]),
    ...(claim.signedHeaders.includes("host")
      ? []
      : ["'Host' must be a 'SignedHeader' in the AWS Authorization."]),
  ];
  return problems.length === 0 ? undefined : problems.join(" ");
}

function timeProblem(claim: SignatureClaim, now: number): string | undefined {
  const time = timeOf(claim.timestamp);
  if (Number.isNaN(time)) {
    return `Date must be in ISO-8601 'basic format'. Got '${claim.timestamp}'. See http://en.wikipedia.org/wiki/ISO_8601`;
  }
  const skew = MAX_SKEW_MINUTES * 60_000;
  const lifetime = (claim.presignedSeconds ?? 0) * 1000 || skew;
  if (now - time > lifetime) {
    return `Signature expired: ${claim.timestamp} is now earlier than ${basic(now - lifetime)} (${basic(now)} - ${lifetime / 60_000} min.)`;
  }
  if (time - now > skew) {
    return `Signature not yet current: ${claim.timestamp} is still later than ${basic(now + skew)} (${basic(now)} + ${MAX_SKEW_MINUTES} min.)`;
  }
  return undefined;
}

function signatureOf(secret: string, claim: SignatureClaim, toSign: string): string {
  const scope = [claim.date, claim.region, claim.service, "aws4_request"];
  const key = scope.reduce<string | Buffer>(
    (current, part) => createHmac("sha256", current).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", key).update(toSign).digest("hex");
}

/**
 * S3 and Lambda take the hash that the header names; every other service computes it. Whoever
 * presigns a URL of S3 does not know the body yet, so that a constant stands for it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
function payloadHash(request: EdgeRequest, service: string, claim: SignatureClaim): string {
  if (service === "s3" && claim.presignedSeconds !== undefined) return "UNSIGNED-PAYLOAD";
  const named = headerOf(request.headers, "x-amz-content-sha256");
  const computed = sha256Hex(request.body);
  if (service === "s3" || service === "lambda") {
    return named === "UNSIGNED-PAYLOAD" || named === computed ? named : computed;
  }
  return computed;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function timeOf(basicTime: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(basicTime);
  if (match === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

function basic(time: number): string {
  return new Date(time).toISOString().replace(/[:-]|\.\d{3}/g, "");
}

function refused(type: string, message: string): Verdict {
  return { ok: false, type, message };
}
