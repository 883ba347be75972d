import { noEmptyGeoRestriction } from "../../../validations/rules/no-empty-geo-restriction";
import { describeRule } from "../support/describe-rule";

describeRule(noEmptyGeoRestriction, {
  fires: {
    "a whitelist without countries": [
      { "distribution.restrictions.geo_restriction.restriction_type": "whitelist" },
      /has geo_restriction "whitelist" with 0 locations/,
    ],
    "no kind": [
      { "distribution.restrictions.geo_restriction.restriction_type": "" },
      /has geo_restriction "" with 0 locations/,
    ],
  },
  passes: {
    "a whitelist of two countries": {
      "distribution.restrictions.geo_restriction": {
        restriction_type: "whitelist",
        locations: ["ES", "FR"],
      },
    },
  },
  undecided: {
    "countries from a variable": {
      "distribution.restrictions.geo_restriction.locations": "${var.countries}",
    },
  },
});
