import { noErrorPageOverApi } from "../../../validations/rules/no-error-page-over-api";
import { describeRule } from "../support/describe-rule";

const FALLBACK = { error_code: 403, response_code: 200, response_page_path: "/index.html" };

describeRule(noErrorPageOverApi, {
  fires: {
    "a fallback beside a host of a variable that takes POST over HTTPS": [
      {
        "api-origin.domain_name": "${var.api_host}",
        "distribution.custom_error_response": FALLBACK,
      },
      /turns every 403 of the API into a 200/,
    ],
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
    "a fallback beside a host of a variable that takes no POST": {
      "api-origin.domain_name": "${var.api_host}",
      "api-behavior.allowed_methods": ["GET", "HEAD"],
      "distribution.custom_error_response": FALLBACK,
    },
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
    "a host of a variable that may be a website endpoint": {
      "api-origin.domain_name": "${var.host}",
      "api-origin.custom_origin_config.origin_protocol_policy": "match-viewer",
      "distribution.custom_error_response": FALLBACK,
    },
    "a host of a variable that may be a bucket": {
      "api-origin.domain_name": "${var.host}",
      "api-origin.origin_access_control_id": "${var.control}",
      "distribution.custom_error_response": FALLBACK,
    },
    "a status from a variable": {
      "distribution.custom_error_response": {
        error_code: 403,
        response_code: "${var.status}",
        response_page_path: "/index.html",
      },
    },
  },
});
