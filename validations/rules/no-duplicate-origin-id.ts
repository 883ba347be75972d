// An origin id names one origin.
import { checkDistributions } from "../check";
import { isOpenId } from "../facts/distribution";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Origins and origin groups share one set of ids. */
export const noDuplicateOriginId: Rule = {
  id: "no-duplicate-origin-id",
  severity: "error",
  summary: "Two origins or origin groups of a distribution must not share an id.",
  fix: "Give each origin an origin_id of its own.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html",
  check: (stack) =>
    checkDistributions(stack, ({ ids }) => {
      const twice = new Set(ids.filter((id, at) => id !== UNKNOWN && ids.indexOf(id) !== at));
      const isOpen = ids.length > 1 && ids.some(isOpenId);
      return [
        ...[...twice].map((id) =>
          violation(`has more than one origin with the id "${String(id)}"`),
        ),
        ...(isOpen ? [undecided("an origin_id is not known")] : []),
      ];
    }),
};
