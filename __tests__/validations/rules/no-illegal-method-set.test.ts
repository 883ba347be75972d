import { noIllegalMethodSet } from "../../../validations/rules/no-illegal-method-set";
import { describeRule } from "../support/describe-rule";

describeRule(noIllegalMethodSet, {
  fires: {
    "GET and POST": [
      { "site-behavior.allowed_methods": ["GET", "POST", "HEAD"] },
      /allows GET HEAD POST/,
    ],
    "a cached method that is not allowed": [
      {
        "site-behavior.allowed_methods": ["GET", "HEAD"],
        "site-behavior.cached_methods": ["GET", "HEAD", "OPTIONS"],
      },
      /caches GET HEAD OPTIONS of GET HEAD/,
    ],
  },
  passes: { "two methods": { "site-behavior.allowed_methods": ["HEAD", "GET"] } },
  undecided: {
    "methods from a variable": { "site-behavior.allowed_methods": "${var.methods}" },
  },
});
