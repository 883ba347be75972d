// A firewall at the edge does nothing for those who call the API's own name.
import {
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { apiOf } from "../facts/api";
import { referencesIn } from "../facts/reference";
import { flagOf, isDynamic, textOf } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Fires only for distributions with a firewall: who pays for one wants it to be passed. */
export const noWafBypass: Rule = {
  id: "no-waf-bypass",
  severity: "warning",
  summary:
    "An API should not be reachable without the firewall of the distribution in front of it.",
  fix: "Send a secret custom header and check it, or give the API a resource policy or firewall of its own.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html",
  check: (stack) =>
    checkOrigins(stack, (origin, { config }) => {
      const api = apiOf(stack, origin);
      if (api === undefined || textOf(stack, config.web_acl_id) === undefined) return undefined;
      if (blocks(origin.config.custom_header).length > 0) return undefined;
      if (isDynamic(origin.config, "custom_header")) return undecided("custom_header");
      if (isLocked(stack, api.resource)) return undefined;
      return violation(`leads to ${api.resource.address}, which also answers without the firewall`);
    }),
};

function isLocked(stack: SynthesizedStack, api: Resource): boolean {
  if (api.config.policy !== undefined) return true;
  if (flagOf(stack, api.config.disable_execute_api_endpoint) === true) return true;
  const guards = ["aws_wafv2_web_acl_association", "aws_api_gateway_rest_api_policy"];
  return guards
    .flatMap((type) => resourcesOfType(stack, type))
    .some(({ config }) => referencesIn(config).some(({ type }) => /^aws_api_?gateway/.test(type)));
}
