// A deployment is a snapshot: without a trigger the API's changes never go live.
import { blocks } from "../../synthesized/stack";
import { checkResources } from "../check";
import { referencesIn } from "../facts/reference";
import { flagOf } from "../facts/value";
import { undecided, violation } from "../outcome";
import { isFromPlan } from "../plan";
import type { Rule } from "../rule";

/** A hash of whole resources changes with computed attributes, so every plan replaces the deployment. */
export const noStaleDeployment: Rule = {
  id: "no-stale-deployment",
  severity: "warning",
  summary:
    "A deployment should not lack a trigger that follows the API's definition, nor be destroyed before its successor.",
  fix: "Set triggers to a hash of the literal definition, and lifecycle.create_before_destroy = true.",
  link: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_deployment",
  check: (stack) =>
    checkResources(stack, "aws_api_gateway_deployment", ({ config }) => {
      const { triggers } = config;
      if (triggers === undefined || triggers === null) return violation("has no triggers");
      const whole = referencesIn(triggers).find(({ attribute }) => attribute === "");
      if (whole !== undefined)
        return violation(`hashes the whole of ${whole.address} in its triggers`);
      if (isFromPlan(stack)) return undecided("lifecycle");
      const [lifecycle] = blocks(config.lifecycle);
      const keepsOld = flagOf(stack, lifecycle?.create_before_destroy) === true;
      if (!keepsOld) return violation("has no create_before_destroy");
      return typeof triggers === "string" ? undecided("triggers") : undefined;
    }),
};
