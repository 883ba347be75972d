import { createHmac } from "node:crypto";
import { type EdgeRequest, type Fetch, headerOf, withHeader } from "../messages";
import type { IamKey } from "../origins/iam/iam-key";
import { canonicalRequest, sha256Hex } from "../origins/iam/sigv4/canonical-request";
import { readClaim, type SignatureClaim } from "../origins/iam/sigv4/claim";
import { verifySignature } from "../origins/iam/sigv4/verify-signature";

/** Who may sign, and for which local address. */
export interface LocalSignature {
  readonly keys: readonly IamKey[];
  readonly region: string;
  /** `localhost:9001`: what a page signs for when it calls the API at its local address. */
  readonly authority: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Lets a signature for the API's local address count as one for its real host: a request that is
 * validly signed for `authority` is signed again, any other stays as it is.
 */
export function acceptLocalSignatures(fetch: Fetch, local: LocalSignature): Fetch {
  return (request, cancellation, deadline) =>
    fetch(signedForHost(request, local), cancellation, deadline);
}

function signedForHost(
  request: EdgeRequest,
  { keys, region, authority, now }: LocalSignature,
): EdgeRequest {
  if (headerOf(request.headers, "authorization") === undefined) return request;
  const claim = readClaim(request);
  if (!("signature" in claim)) return request;
  const asSigned = { ...request, headers: withHeader(request.headers, "Host", authority) };
  const verdict = verifySignature(asSigned, { keys, region, service: "execute-api", now: now() });
  if (!verdict.ok) return request;
  const value = `AWS4-HMAC-SHA256 Credential=${claim.accessKeyId}/${claim.scope}, SignedHeaders=${claim.signedHeaders.join(";")}, Signature=${sign(request, claim, verdict.key)}`;
  return { ...request, headers: withHeader(request.headers, "Authorization", value) };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function sign(request: EdgeRequest, claim: SignatureClaim, key: IamKey): string {
  const canonical = canonicalRequest(
    request,
    claim.signedHeaders,
    sha256Hex(request.body),
    "double",
  );
  const toSign = ["AWS4-HMAC-SHA256", claim.timestamp, claim.scope, sha256Hex(canonical)];
  const signingKey = claim.scope
    .split("/")
    .reduce<string | Buffer>(
      (current, part) => createHmac("sha256", current).update(part).digest(),
      `AWS4${key.secretAccessKey}`,
    );
  return createHmac("sha256", signingKey).update(toSign.join("\n")).digest("hex");
}
