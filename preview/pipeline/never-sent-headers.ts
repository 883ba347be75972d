/**
 * Headers that belong to one connection, or that CloudFront writes itself: no setting forwards the
 * viewer's. `Cookie` has rules of its own.
 */
export const NEVER_SENT: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "cookie",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
  "x-amz-cf-id",
  "x-forwarded-for",
]);
