// The ids that AWS's services put on their answers.
import { randomBytes, randomUUID } from "node:crypto";

/** A request id such as `c6af9ac6-7b61-11e6-9a41-93e8deadbeef`. */
export function requestId(): string {
  return randomUUID();
}

/** An id of 16 upper-case characters, as S3 gives them. */
export function s3RequestId(): string {
  return randomBytes(8).toString("hex").toUpperCase();
}

/** An extended id in base64; `bytes` says how long it is before encoding. */
export function extendedId(bytes: number): string {
  return randomBytes(bytes).toString("base64");
}

/** An X-Ray trace id, such as `Root=1-5759e988-bd862e3fe1be46a994272793`. */
export function traceRoot(now: number): string {
  const seconds = Math.floor(now / 1000).toString(16);
  return `Root=1-${seconds.padStart(8, "0")}-${randomBytes(12).toString("hex")}`;
}
