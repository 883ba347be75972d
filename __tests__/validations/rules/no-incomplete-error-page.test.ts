import { noIncompleteErrorPage } from "../../../validations/rules/no-incomplete-error-page";
import { describeRule } from "../support/describe-rule";

describeRule(noIncompleteErrorPage, {
  fires: {
    "a page for 401": [
      {
        "distribution.custom_error_response": {
          error_code: 401,
          response_code: 401,
          response_page_path: "/login.html",
        },
      },
      /has an error page for 401, which can have none/,
    ],
    "a page without a status": [
      { "distribution.custom_error_response": { error_code: 503, response_page_path: "/a.html" } },
      /for 503 without a response_code/,
    ],
    "a page without a leading slash": [
      {
        "distribution.custom_error_response": {
          error_code: 503,
          response_code: 503,
          response_page_path: "a.html",
        },
      },
      /for 503 at "a.html"/,
    ],
  },
  passes: {
    "how long an error is cached, alone": {
      "distribution.custom_error_response": { error_code: 404, error_caching_min_ttl: 60 },
    },
  },
  undecided: {
    "a page from a variable": {
      "distribution.custom_error_response": {
        error_code: 503,
        response_code: 503,
        response_page_path: "${var.page}",
      },
    },
  },
});
