/** Who sends a request to a bucket or to a function URL. Viewers' own signatures are in the headers. */
export type Caller =
  | { readonly kind: "anonymous" }
  /** CloudFront, signing through an origin access control for one distribution. */
  | { readonly kind: "distribution"; readonly arn: string }
  /** CloudFront, as the legacy origin access identity with this id, such as `E2EXAMPLE`. */
  | { readonly kind: "identity"; readonly id: string };

/** A request that nobody signed. */
export const ANONYMOUS: Caller = { kind: "anonymous" };
