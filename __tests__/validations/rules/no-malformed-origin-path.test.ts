import { noMalformedOriginPath } from "../../../validations/rules/no-malformed-origin-path";
import { describeRule } from "../support/describe-rule";

describeRule(noMalformedOriginPath, {
  fires: {
    "a path without a leading slash": [
      { "site-origin.origin_path": "app" },
      /has the origin_path "app"/,
    ],
    "a path with a slash at its end": [
      { "site-origin.origin_path": "/app/" },
      /has the origin_path "\/app\/"/,
    ],
  },
  passes: { "a folder of the bucket": { "site-origin.origin_path": "/app" } },
  undecided: { "a path from a variable": { "site-origin.origin_path": "/${var.folder}" } },
});
