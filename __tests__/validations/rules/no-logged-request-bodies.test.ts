import type { Json } from "../../../synthesized/stack";
import { noLoggedRequestBodies } from "../../../validations/rules/no-logged-request-bodies";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";

const settings = (trace: Json): Patch => ({
  "aws_api_gateway_method_settings.all": {
    rest_api_id: "${aws_api_gateway_rest_api.api.id}",
    stage_name: "api",
    method_path: "*/*",
    settings: { logging_level: "ERROR", data_trace_enabled: trace },
  },
});

describeRule(noLoggedRequestBodies, {
  fires: {
    "a data trace": [settings(true), /has data_trace_enabled/],
  },
  passes: { "a log without bodies": settings(false) },
  undecided: { "a flag from a variable": settings("${var.trace}") },
});
