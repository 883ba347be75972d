// An edge-optimized API stands behind a CloudFront of its own: two of them in a row.

import { type Block, blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { apiOf } from "../facts/api";
import { textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** EDGE is what Terraform takes when endpoint_configuration is left out. */
export const noEdgeOptimizedApi: Rule = {
  id: "no-edge-optimized-api",
  severity: "warning",
  summary:
    "An edge-optimized API behind a distribution passes two CDNs: slower, and near the limit of two.",
  fix: 'Set endpoint_configuration.types to ["REGIONAL"].',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const api = apiOf(stack, origin);
      if (api === undefined || api.isHttp) return undefined;
      const types = endpointTypes(api.resource.config);
      const known = textsOf(stack, types);
      if (known === UNKNOWN) return undecided("endpoint_configuration.types");
      if (known.length > 0 && !known.includes("EDGE")) return undefined;
      return violation(`leads to ${api.resource.address}, whose endpoint is EDGE`);
    }),
};

function endpointTypes(config: Block) {
  return blocks(config.endpoint_configuration)[0]?.types;
}
