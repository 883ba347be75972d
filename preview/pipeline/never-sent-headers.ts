/** Fields that speak of one connection only. `Expect` is among them: the body is always sent whole. */
export const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Headers that belong to one connection, or that CloudFront writes itself: no setting forwards the
 * viewer's. `Cookie` has rules of its own.
 */
export const NEVER_SENT: ReadonlySet<string> = new Set([
  ...HOP_BY_HOP,
  "content-length",
  "cookie",
  "via",
  "x-amz-cf-id",
  "x-forwarded-for",
]);
