// A list of countries and its kind come together.
import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { textOf, textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** CloudFront refuses these at apply. */
export const noEmptyGeoRestriction: Rule = {
  id: "no-empty-geo-restriction",
  severity: "error",
  summary:
    "A geographic restriction must not lack its countries, nor list countries without a kind.",
  fix: "List locations for whitelist or blacklist, and none for none.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GeoRestriction.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const [restriction] = blocks(blocks(config.restrictions)[0]?.geo_restriction);
      if (restriction === undefined) return undefined;
      const kind = textOf(stack, restriction.restriction_type);
      const locations = textsOf(stack, restriction.locations);
      if (kind === UNKNOWN || locations === UNKNOWN) return undecided("geo_restriction");
      const isEmpty = locations.length === 0;
      if (kind === "none" ? isEmpty : !isEmpty) return undefined;
      return violation(`has geo_restriction "${kind ?? ""}" with ${locations.length} locations`);
    }),
};
