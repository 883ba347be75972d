// Behind a custom domain the first segment is the base path mapping's, never the stage.
import { type Resource, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { sentPattern } from "../facts/api-path";
import { type Behavior, type Origin, originsOf } from "../facts/distribution";
import { originKind } from "../facts/origin-kind";
import { overlaps } from "../facts/path-pattern";
import { refersTo, resourceOf } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const DOMAINS = ["aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name"];
const MAPPINGS = ["aws_api_gateway_base_path_mapping", "aws_apigatewayv2_api_mapping"];

/** A mapping without a base path accepts every path. */
export const noBasePathMismatch: Rule = {
  id: "no-base-path-mismatch",
  severity: "error",
  summary:
    "origin_path and path pattern must not ask a custom domain for a base path that it does not map.",
  fix: "Set origin_path to /<base path>; the stage is part of the mapping and not of the path.",
  link: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) =>
      originsOf(distribution, behavior)
        .filter((origin) => originKind(stack, origin) === "api-domain")
        .flatMap((origin) => mismatch(stack, behavior, origin)),
    ),
};

function mismatch(stack: SynthesizedStack, behavior: Behavior, origin: Origin): Outcome[] {
  const mappings = mappingsOf(stack, origin);
  const basePaths = mappings.map(({ config }) =>
    textOf(stack, config.base_path ?? config.api_mapping_key),
  );
  if (basePaths.length === 0 || basePaths.includes(UNKNOWN))
    return [undecided("the base path mappings")];
  if (basePaths.includes(undefined)) return [];
  const sent = sentPattern(stack, behavior, origin);
  if (sent === UNKNOWN) return [undecided("the path that CloudFront requests")];
  const fits = basePaths.some(
    (path) => overlaps(sent, `/${String(path)}`) || overlaps(sent, `/${String(path)}/*`),
  );
  if (fits) return [];
  return [
    violation(`requests "${sent}" from ${origin.part}, which maps ${JSON.stringify(basePaths)}`),
  ];
}

function mappingsOf(stack: SynthesizedStack, origin: Origin): Resource[] {
  const name = textOf(stack, origin.config.domain_name);
  const domain =
    resourceOf(stack, origin.config.domain_name, DOMAINS) ??
    DOMAINS.flatMap((type) => resourcesOfType(stack, type)).find(
      ({ config }) => textOf(stack, config.domain_name) === name,
    );
  return MAPPINGS.flatMap((type) => resourcesOfType(stack, type)).filter(({ config }) => {
    if (domain === undefined) return false;
    if (refersTo(config.domain_name, domain.type)) {
      return resourceOf(stack, config.domain_name, DOMAINS)?.address === domain.address;
    }
    return textOf(stack, config.domain_name) === textOf(stack, domain.config.domain_name);
  });
}
