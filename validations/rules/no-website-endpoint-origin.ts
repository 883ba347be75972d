// The website endpoint of a bucket is public and has no TLS.
import { checkOrigins } from "../check";
import { originKind } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** What it is used for, index documents, a viewer-request function does as well. */
export const noWebsiteEndpointOrigin: Rule = {
  id: "no-website-endpoint-origin",
  severity: "warning",
  summary: "The website endpoint of a bucket should not be an origin: it is public and HTTP only.",
  fix: "Use bucket_regional_domain_name with an origin access control, and a function for index.html.",
  link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const kind = originKind(stack, origin);
      if (kind === UNKNOWN) return undecided("domain_name");
      if (kind !== "bucket-website") return undefined;
      return violation(`is the website endpoint ${JSON.stringify(origin.config.domain_name)}`);
    }),
};
