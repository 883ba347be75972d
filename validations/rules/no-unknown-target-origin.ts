// CloudFront refuses a behavior whose origin is missing, minutes into the deployment.
import { checkBehaviors } from "../check";
import { isOpenId } from "../facts/distribution";
import { shown } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** Terraform's `validate` and `plan` accept a target that does not exist; AWS does not. */
export const noUnknownTargetOrigin: Rule = {
  id: "no-unknown-target-origin",
  severity: "error",
  summary: "A behavior must not target an origin that the distribution does not define.",
  fix: "Set target_origin_id to the origin_id of an origin or origin group of this distribution.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, { ids, isOpen }) => {
      const raw = behavior.config.target_origin_id;
      const isCertain = !isOpen && !ids.some(isOpenId);
      return decide(behavior.target, shown("target_origin_id", raw), (target) => {
        if (ids.includes(target) || !isCertain) return undefined;
        return `targets origin "${target ?? ""}", which is not among ${JSON.stringify(ids)}`;
      });
    }),
};
