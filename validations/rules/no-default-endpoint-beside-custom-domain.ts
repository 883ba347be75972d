// An API with a custom domain keeps its execute-api name, past everything at the edge.
import { type Resource, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import { checkResources } from "../check";
import { apiOf } from "../facts/api";
import { distributionsOf } from "../facts/distribution";
import { originKind } from "../facts/origin-kind";
import { ownedBy } from "../facts/route";
import { flagOf, UNKNOWN } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const MAPPINGS = {
  aws_api_gateway_rest_api: "aws_api_gateway_base_path_mapping",
  aws_apigatewayv2_api: "aws_apigatewayv2_api_mapping",
} as const;

/** Silent while an origin of the configuration uses the execute-api name itself. */
export const noDefaultEndpointBesideCustomDomain: Rule = {
  id: "no-default-endpoint-beside-custom-domain",
  severity: "warning",
  summary:
    "An API that CloudFront reaches by its custom domain should not answer at execute-api too.",
  fix: "Set disable_execute_api_endpoint = true.",
  link: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
  check: (stack) => {
    const origins = distributionsOf(stack).flatMap((distribution) => distribution.origins);
    const usesDomain = origins.some((origin) => originKind(stack, origin) === "api-domain");
    const types = Object.keys(MAPPINGS) as (keyof typeof MAPPINGS)[];
    return checkResources(stack, types, (api) => {
      if (!usesDomain || !isMapped(stack, api)) return undefined;
      const used = origins.some((origin) => apiOf(stack, origin)?.resource.address === api.address);
      const isOpen = origins.some((origin) => originKind(stack, origin) === UNKNOWN);
      if (used) return undefined;
      const disabled = isOpen ? UNKNOWN : flagOf(stack, api.config.disable_execute_api_endpoint);
      return decide(disabled, "disable_execute_api_endpoint", (isOff) =>
        isOff === true ? undefined : "has a custom domain and still answers at execute-api",
      );
    });
  },
};

function isMapped(stack: SynthesizedStack, api: Resource): boolean {
  const type = MAPPINGS[api.type as keyof typeof MAPPINGS];
  return resourcesOfType(stack, type).length > 0 && ownedBy(stack, api, type, "api_id").length > 0;
}
