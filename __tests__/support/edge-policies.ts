// Distributions that differ in the policies of their one behavior, for the tests of the edge.
import type {
  CachePolicy,
  EdgeModel,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
} from "../../preview/edge-model";
import type { HeaderList } from "../../preview/messages";
import { behavior, type OriginBehavior, response, type TestEdge, testEdge } from "./edge";

/** Headers of a browser, and one that only its application knows. */
export const VIEWER: HeaderList = [
  ["Accept", "text/html"],
  ["Authorization", "Bearer me"],
  ["Cookie", "b=2; a=1"],
  ["Origin", "https://site.example"],
  ["Referer", "https://site.example/x"],
  ["User-Agent", "Mozilla/5.0"],
  ["X-Custom", "1"],
];

/** A distribution with a cache policy and perhaps an origin request policy. */
export function withPolicies(
  cachePolicy: CachePolicy,
  originRequestPolicy?: OriginRequestPolicy,
): Pick<EdgeModel, "defaultBehavior"> {
  return {
    defaultBehavior: behavior({
      cachePolicy,
      ...(originRequestPolicy === undefined ? {} : { originRequestPolicy }),
    }),
  };
}

/** An edge that caches by a policy. */
export function cachingEdge(cachePolicy: CachePolicy, answer?: OriginBehavior): TestEdge {
  return testEdge(withPolicies(cachePolicy), answer);
}

/** A response headers policy that changes nothing by itself. */
export function responseHeadersPolicy(
  changes: Partial<ResponseHeadersPolicy> = {},
): ResponseHeadersPolicy {
  return {
    id: "p",
    name: "test-policy",
    securityHeaders: [],
    customHeaders: [],
    removeHeaders: [],
    ...changes,
  };
}

/** An edge with a response headers policy in front of an origin that sends some headers. */
export function policedEdge(policy: ResponseHeadersPolicy, headers: HeaderList = []): TestEdge {
  return testEdge({ defaultBehavior: behavior({ responseHeadersPolicy: policy }) }, () =>
    response(200, headers),
  );
}
