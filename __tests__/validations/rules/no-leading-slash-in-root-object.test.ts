import { noLeadingSlashInRootObject } from "../../../validations/rules/no-leading-slash-in-root-object";
import { describeRule } from "../support/describe-rule";

describeRule(noLeadingSlashInRootObject, {
  fires: {
    "a slash before the object": [
      { "distribution.default_root_object": "/index.html" },
      /has the default_root_object "\/index.html"/,
    ],
  },
  passes: { "an object in a folder": { "distribution.default_root_object": "app/index.html" } },
  undecided: { "an object from a variable": { "distribution.default_root_object": "${var.root}" } },
});
