import {
  describeFunction,
  describeSkippedFunction,
} from "../../../../preview/inspector/steps/functions";
import type { StepOf } from "../../../../preview/inspector/steps/shown-step";

const step = (changes: Partial<StepOf<"function">>): StepOf<"function"> => ({
  step: "function",
  event: "viewer-request",
  kind: "cloudfront-function",
  name: "aws_cloudfront_function.spa",
  outcome: "request",
  changes: [],
  logs: [],
  ...changes,
});

it("compares what a function changed, and keeps the rest as sentences", () => {
  const shown = describeFunction(
    step({ changes: ["uri: /a → /index.html", "header x-spa added"], logs: ["saw /a"] }),
  );
  expect(shown.heading).toBe("CloudFront function at viewer-request");
  expect(shown.sentence).toBe("aws_cloudfront_function.spa makes 2 changes to the request.");
  expect(shown.details).toEqual([
    {
      kind: "changes",
      title: "What it changed",
      changes: [{ name: "uri", before: "/a", after: "/index.html" }],
    },
    { kind: "lines", title: "Also", lines: ["header x-spa added"] },
    { kind: "lines", title: "What it logged", lines: ["saw /a"] },
  ]);
});

it("tells a query string that appears from one that goes", () => {
  const { details } = describeFunction(step({ changes: ["query string:  → a=1"] }));
  expect(details).toMatchObject([{ changes: [{ before: "", after: "a=1" }] }]);
});

it.each([
  [{}, "leaves the request as it is", "plain"],
  [{ event: "viewer-response" }, "leaves the response as it is", "plain"],
  [{ outcome: "response" as const }, "answers itself; no origin is asked", "stop"],
  [{ outcome: "failure" as const, changes: ["503: threw"] }, "failed", "bad"],
])("says what a function did (%j)", (changes, words, tone) => {
  const shown = describeFunction(step(changes));
  expect(shown.sentence).toBe(`aws_cloudfront_function.spa ${words}.`);
  expect(shown.tone).toBe(tone);
});

it("says why a function does not run", () => {
  const skipped = describeSkippedFunction({
    step: "function-skipped",
    event: "viewer-response",
    reason: "the status is 404",
  });
  expect(skipped.sentence).toBe(
    "The behavior's viewer-response function does not run: the status is 404.",
  );
});
