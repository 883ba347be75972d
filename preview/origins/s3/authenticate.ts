import { type EdgeRequest, headerOf } from "../../messages";
import type { Caller } from "../caller";
import type { Emulation } from "../emulation";
import { verifySignature } from "../iam/sigv4/verify-signature";
import type { Bucket } from "./bucket";
import type { Asking } from "./bucket-access";
import type { S3Error } from "./xml-answer";

/**
 * Who sends a request: CloudFront when it signed, else whoever signed the request that arrives,
 * else nobody known.
 */
export function authenticate(
  request: EdgeRequest,
  caller: Caller,
  bucket: Bucket,
  emulation: Emulation,
): Asking | S3Error {
  const authorization = headerOf(request.headers, "authorization");
  const isPresigned = /(^|&)X-Amz-Signature=/.test(request.query);
  if (caller.kind !== "anonymous" || (authorization === undefined && !isPresigned)) return caller;
  if (authorization !== undefined && !authorization.startsWith("AWS4-HMAC-SHA256")) {
    return { status: 400, code: "InvalidArgument", message: "Unsupported Authorization Type" };
  }
  const verdict = verifySignature(request, {
    keys: emulation.iamKeys,
    region: bucket.region,
    service: "s3",
    now: emulation.now(),
    pathEncoding: "single",
  });
  if (verdict.ok) {
    return {
      kind: "user",
      arn: verdict.key.userArn ?? `arn:aws:iam::${emulation.accountId}:user/preview`,
    };
  }
  if (verdict.type === "UnrecognizedClientException") {
    return {
      status: 403,
      code: "InvalidAccessKeyId",
      message: "The AWS Access Key Id you provided does not exist in our records.",
    };
  }
  if (isPresigned && verdict.message.startsWith("Signature expired")) {
    return { status: 403, code: "AccessDenied", message: "Request has expired" };
  }
  if (/^Signature (expired|not yet)/.test(verdict.message)) {
    return {
      status: 403,
      code: "RequestTimeTooSkewed",
      message: "The difference between the request time and the current time is too large.",
    };
  }
  return {
    status: 403,
    code: "SignatureDoesNotMatch",
    message:
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
  };
}
