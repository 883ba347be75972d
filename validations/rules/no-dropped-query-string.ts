// Without its query string every page of a list is the first one.
import { checkBehaviors } from "../check";
import { originsOf } from "../facts/distribution";
import { forwardingOf } from "../facts/forwarding";
import { isApiKind, originKind } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** For API Gateway and function URLs; other servers may well do without. */
export const noDroppedQueryString: Rule = {
  id: "no-dropped-query-string",
  severity: "warning",
  summary: "A behavior must not drop the query string that its API is called with.",
  fix: "Use the managed origin request policy AllViewerExceptHostHeader, or query_string = true.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/QueryStringParameters.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const kinds = originsOf(distribution, behavior).map((origin) => originKind(stack, origin));
      if (!kinds.some((kind) => isApiKind(kind) === true)) return undefined;
      const forwarding = forwardingOf(stack, behavior.config);
      if (forwarding === UNKNOWN) return undecided("what is forwarded");
      const { key, beside } = forwarding;
      const isDropped = key.queries.mode === "none" && beside.queries.mode === "none";
      return isDropped ? violation("sends no query string to an API") : undefined;
    }),
};
