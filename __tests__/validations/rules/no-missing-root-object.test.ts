import { noMissingRootObject } from "../../../validations/rules/no-missing-root-object";
import { describeRule } from "../support/describe-rule";

describeRule(noMissingRootObject, {
  fires: {
    "a bucket without a default root object": [
      {
        "distribution.default_root_object": undefined,
        "site-behavior.function_association": undefined,
      },
      /has a bucket as its default origin and no default_root_object/,
    ],
  },
  passes: {},
  undecided: {
    "a function that may add the object": { "distribution.default_root_object": undefined },
  },
});
