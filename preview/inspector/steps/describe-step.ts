import type { TraceStep } from "../../trace";
import {
  describeBehavior,
  describeRedirect,
  describeRefusal,
  describeRootObject,
} from "./at-the-door";
import { describeLookup, describeTimeToLive } from "./caching";
import { describeFunction, describeSkippedFunction } from "./functions";
import { describeFailover, describeOriginRequest, describeOriginResponse } from "./origin-side";
import { describeCompression, describeErrorPage, describeHeadersPolicy } from "./response-side";
import type { ShownStep, StepContext } from "./shown-step";

/** Turns a step of the trace into a heading, a sentence and particulars. */
export function describeStep(step: TraceStep, context: StepContext): ShownStep {
  switch (step.step) {
    case "refused":
      return describeRefusal(step);
    case "behavior":
      return describeBehavior(step);
    case "redirected":
      return describeRedirect(step);
    case "default-root-object":
      return describeRootObject(step);
    case "function":
      return describeFunction(step);
    case "function-skipped":
      return describeSkippedFunction(step);
    case "cache-lookup":
      return describeLookup(step);
    case "origin-request":
      return describeOriginRequest(step, context);
    case "origin-response":
      return describeOriginResponse(step);
    case "failover":
      return describeFailover(step);
    case "time-to-live":
      return describeTimeToLive(step);
    case "compression":
      return describeCompression(step);
    case "custom-error-response":
      return describeErrorPage(step);
    case "response-headers-policy":
      return describeHeadersPolicy(step);
  }
}
