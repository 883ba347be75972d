import { count } from "../in-words";
import { type Change, type Detail, guide, lines, type ShownStep, type StepOf } from "./shown-step";

const KINDS: Readonly<Record<string, string>> = {
  "cloudfront-function": "CloudFront function",
  "lambda-edge": "Lambda@Edge function",
};

const PAGES: Readonly<Record<string, string>> = {
  "cloudfront-function": "functions-event-structure",
  "lambda-edge": "lambda-event-structure",
};

export function describeFunction(step: StepOf<"function">): ShownStep {
  const { event, kind, name, outcome, changes, logs } = step;
  const page = PAGES[kind];
  return {
    heading: `${KINDS[kind] ?? kind} at ${event}`,
    sentence: `${name} ${whatItDid(step)}.`,
    tone:
      outcome === "failure"
        ? "bad"
        : outcome === "response" && event.endsWith("request")
          ? "stop"
          : "plain",
    details: [...changeDetails(changes), ...lines("What it logged", logs)],
    ...(page === undefined ? {} : { documentation: guide(page) }),
  };
}

export function describeSkippedFunction({ event, reason }: StepOf<"function-skipped">): ShownStep {
  return {
    heading: `No ${event} function`,
    sentence: `The behavior's ${event} function does not run: ${reason}.`,
    tone: "plain",
    details: [],
    documentation: guide("edge-function-restrictions-all"),
  };
}

function whatItDid({ event, outcome, changes }: StepOf<"function">): string {
  if (outcome === "failure") return "failed";
  if (outcome === "response" && event.endsWith("request"))
    return "answers itself; no origin is asked";
  const what = event.endsWith("request") ? "request" : "response";
  return changes.length === 0
    ? `leaves the ${what} as it is`
    : `makes ${count(changes.length, "change")} to the ${what}`;
}

/** Changes that have a before and an after become a comparison; the others stay sentences. */
function changeDetails(changes: readonly string[]): Detail[] {
  const read = changes.map(readChange);
  const compared = read.filter((one) => typeof one !== "string");
  return [
    ...(compared.length === 0
      ? []
      : [{ kind: "changes" as const, title: "What it changed", changes: compared }]),
    ...lines(
      compared.length === 0 ? "What it changed" : "Also",
      read.filter((one) => typeof one === "string"),
    ),
  ];
}

function readChange(text: string): Change | string {
  const match = /^(uri|query string|status): (.*?) → (.*)$/s.exec(text);
  if (match === null) return text;
  const [, name = "", before = "", after = ""] = match;
  return { name, before, after };
}
