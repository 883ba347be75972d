import type { ExchangeEvent } from "../../preview/session/events";
import type { TraceStep } from "../../preview/trace";
import { COLUMNS, wrap } from "../wrap";

/**
 * Why a request got an error that no origin gave: an origin that could not be asked, a function that
 * failed, an error that was kept. Most requests end at the status: thousands a second pass by, and
 * reading steps takes time.
 */
export function failuresOf({ response, trace }: ExchangeEvent): readonly string[] {
  if (response.status < 500 || trace === undefined) return NONE;
  return trace.steps.flatMap(failureOf);
}

const NONE: readonly string[] = [];

function failureOf(step: TraceStep): readonly string[] {
  if (step.step === "origin-response" && step.failure !== undefined) {
    return [`origin "${step.originId}": ${step.failure}`];
  }
  if (step.step === "cache-lookup" && step.result === "hit") {
    return [`from the cache, no origin was asked: ${step.reason}`];
  }
  if (step.step === "function" && step.outcome === "failure") {
    return [`function ${step.name} at ${step.event}: ${step.changes.join("; ")}`];
  }
  return NONE;
}

/** The same as lines under the one of the request. */
export function formatFailures(event: ExchangeEvent): readonly string[] {
  const failures = failuresOf(event);
  if (failures.length === 0) return NONE;
  return failures.flatMap((failure) =>
    failure
      .split("\n")
      .flatMap((line) => wrap(line, COLUMNS - 4))
      .map((line, position) => `${position === 0 ? "  " : "    "}${line}`),
  );
}
