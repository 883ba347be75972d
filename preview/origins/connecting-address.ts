import type { EdgeRequest } from "../messages";

/** Stands for the edge server: one of the addresses from which CloudFront reaches origins. */
const EDGE_ADDRESS = "130.176.0.1";

/**
 * The address from which a request reaches a service: the edge's when it came through CloudFront,
 * the client's own when it came directly.
 */
export function connectingAddress({ headers, clientIp }: EdgeRequest): string {
  const cameThroughEdge = headers.some(
    ([name, value]) => name.toLowerCase() === "via" && value.includes("(CloudFront)"),
  );
  return cameThroughEdge ? EDGE_ADDRESS : clientIp;
}
