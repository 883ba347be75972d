// Edges whose functions are plain JavaScript, for the tests of what the edge does with their outcomes.
import type { FunctionAssociation } from "../../preview/edge-model";
import type {
  EdgeFunction,
  FunctionInput,
  FunctionOutcome,
} from "../../preview/functions/edge-function";
import { behavior, response, testEdge } from "./edge";

export type Event = FunctionAssociation["event"];
/** A function as a plain one. */
export type Run = (input: FunctionInput) => FunctionOutcome;

/** An association at an event. */
export const at = (event: Event, kind: FunctionAssociation["kind"]): FunctionAssociation => ({
  kind,
  event,
  arn: `arn:${event}`,
  includeBody: false,
});

/** An edge whose default behavior runs the given functions, and the events as they came. */
export function withFunctions(
  runs: Partial<Record<Event, Run>>,
  kind: FunctionAssociation["kind"] = "cloudfront-function",
  changes: Parameters<typeof testEdge>[0] = {},
  answers?: Parameters<typeof testEdge>[1],
) {
  const events: FunctionInput[] = [];
  const site = testEdge(
    {
      ...changes,
      defaultBehavior: behavior({
        ...changes.defaultBehavior,
        functions: (Object.keys(runs) as Event[]).map((event) => at(event, kind)),
      }),
    },
    answers,
    {
      functionFor: ({ event }): EdgeFunction => ({
        run: async (input) => {
          events.push(input);
          return (runs[event] as Run)(input);
        },
      }),
    },
  );
  return { ...site, events };
}

/** Changes nothing. */
export const pass: Run = ({ request, response: given }) =>
  given === undefined
    ? { kind: "request", request, logs: [] }
    : { kind: "response", response: given, logs: [] };
/** Makes a response. */
export const answer =
  (status: number, body = "made"): Run =>
  () => ({ kind: "response", response: response(status, [], body), logs: ["hello"] });
/** Throws, as the edge sees it. */
export const fail: Run = () => ({
  kind: "failure",
  status: 503,
  reason: "it threw <x>",
  xCache: "FunctionExecutionError",
  logs: [],
});
