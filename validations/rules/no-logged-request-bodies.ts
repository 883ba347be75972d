// Full request and response bodies in a log hold tokens and personal data.
import { blocks } from "../../synthesized/stack";
import { checkResources } from "../check";
import { flagOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const TYPES = ["aws_api_gateway_method_settings", "aws_apigatewayv2_stage"];
const PARTS = ["settings", "default_route_settings", "route_settings"];

/** For debugging only, and never left on. */
export const noLoggedRequestBodies: Rule = {
  id: "no-logged-request-bodies",
  severity: "error",
  summary: "An API must not write whole requests and responses to its log.",
  fix: "Set data_trace_enabled = false.",
  link: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  check: (stack) =>
    checkResources(stack, TYPES, ({ config }) =>
      PARTS.flatMap((part) => blocks(config[part])).flatMap(
        ({ data_trace_enabled }) =>
          decide(flagOf(stack, data_trace_enabled), "data_trace_enabled", (isOn) =>
            isOn ? "has data_trace_enabled, which logs whole requests" : undefined,
          ) ?? [],
      ),
    ),
};
