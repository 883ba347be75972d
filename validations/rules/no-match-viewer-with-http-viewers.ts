// CloudFront caches an object once, whichever protocol it was asked over.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { behaviorsOf } from "../facts/distribution";
import { shown, textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** With HTTP viewers, an answer fetched in the clear would be served to HTTPS viewers. */
export const noMatchViewerWithHttpViewers: Rule = {
  id: "no-match-viewer-with-http-viewers",
  severity: "error",
  summary: "match-viewer must not be used for an origin that a behavior serves over HTTP.",
  fix: "Use https-only to the origin, or redirect-to-https or https-only in every behavior that targets it.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  check: (stack) =>
    checkOrigins(stack, (origin, distribution) => {
      const [custom] = blocks(origin.config.custom_origin_config);
      const protocol = textOf(stack, custom?.origin_protocol_policy);
      if (protocol === UNKNOWN) return undecided("origin_protocol_policy is not known");
      if (protocol !== "match-viewer") return undefined;
      return behaviorsOf(distribution, origin).flatMap(({ part, config }) => {
        const policy = textOf(stack, config.viewer_protocol_policy);
        if (policy === UNKNOWN) {
          return undecided(shown("viewer_protocol_policy", config.viewer_protocol_policy));
        }
        if (policy !== "allow-all") return [];
        return violation(`is reached over "match-viewer" while its ${part} has "allow-all"`);
      });
    }),
};
