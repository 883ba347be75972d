import type { Behavior } from "../edge-model";
import type { EdgeRequest } from "../messages";

/** What the viewer protocol policy does with a request. */
export type ProtocolDecision = "continue" | 301 | 307 | 403;

/**
 * Applies the viewer protocol policy. `redirect-to-https` answers GET and HEAD with 301 and other
 * methods with 307, which HTTP below 1.1 does not know: 403.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
 */
export function applyViewerProtocol(
  policy: Behavior["viewerProtocolPolicy"],
  { protocol, method, httpVersion }: Pick<EdgeRequest, "protocol" | "method" | "httpVersion">,
): ProtocolDecision {
  if (protocol === "https" || policy === "allow-all") return "continue";
  if (policy === "https-only") return 403;
  if (method === "GET" || method === "HEAD") return 301;
  return httpVersion === "1.0" ? 403 : 307;
}
