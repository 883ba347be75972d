// A site's bucket is read; what may write to it is the deployment.
import { checkBehaviors } from "../check";
import { originsOf } from "../facts/distribution";
import { originKind } from "../facts/origin-kind";
import { shown, textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** A warning: the bucket's policy refuses the write as well. */
export const noWritesToBucket: Rule = {
  id: "no-writes-to-bucket",
  severity: "warning",
  summary: "A behavior over a bucket should not allow viewers to write.",
  fix: "Allow GET, HEAD and OPTIONS.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesAllowedHTTPMethods",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const kinds = originsOf(distribution, behavior).map((origin) => originKind(stack, origin));
      if (!kinds.includes("bucket")) return undefined;
      const raw = behavior.config.allowed_methods;
      return decide(textsOf(stack, raw), shown("allowed_methods", raw), (methods) =>
        methods.includes("PUT") ? `allows ${methods.join(" ")} over a bucket` : undefined,
      );
    }),
};
