// A SigV4 signature covers host and path, and CloudFront changes both.
import { checkOrigins } from "../check";
import { apiOf } from "../facts/api";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Works for clients that sign for the API's own host and stage path and then call the distribution. */
export const noIamRouteBehindDistribution: Rule = {
  id: "no-iam-route-behind-distribution",
  severity: "warning",
  summary:
    "A route with AWS_IAM behind a distribution needs clients that sign for the API's own host.",
  fix: "Sign for the API's host and stage path, or suppress this with the reason once clients do.",
  link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const api = apiOf(stack, origin);
      if (api === undefined) return undefined;
      if (api.routes === UNKNOWN) return undecided("the API's routes");
      const signed = api.routes.filter(({ authorization }) => authorization === "AWS_IAM");
      if (signed.length > 0) {
        return violation(`leads to ${signed.map(({ label }) => label).join(", ")} with AWS_IAM`);
      }
      const isOpen = api.routes.some(({ authorization }) => authorization === UNKNOWN);
      return isOpen ? undecided("a route's authorization") : undefined;
    }),
};
