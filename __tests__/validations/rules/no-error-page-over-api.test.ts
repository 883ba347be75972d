import { noErrorPageOverApi } from "../../../validations/rules/no-error-page-over-api";
import { describeRule } from "../support/describe-rule";

describeRule(noErrorPageOverApi, {
  fires: {
    "the usual SPA fallback beside an API": [
      {
        "distribution.custom_error_response": [
          { error_code: 403, response_code: 200, response_page_path: "/index.html" },
          { error_code: 404, response_code: 200, response_page_path: "/index.html" },
        ],
      },
      /turns every 403 of the API into a 200\nturns every 404/,
    ],
  },
  passes: {
    "a page for errors of the server": {
      "distribution.custom_error_response": [
        { error_code: 503, response_code: 503, response_page_path: "/sorry.html" },
      ],
    },
    "a fallback without an API": {
      "distribution.custom_error_response": {
        error_code: 403,
        response_code: 200,
        response_page_path: "/index.html",
      },
      "distribution.ordered_cache_behavior": [],
      "distribution.origin.1": undefined,
    },
  },
  undecided: {
    "a status from a variable": {
      "distribution.custom_error_response": {
        error_code: 403,
        response_code: "${var.status}",
        response_page_path: "/index.html",
      },
    },
  },
});
