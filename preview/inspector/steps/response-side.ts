import { count } from "../in-words";
import { guide, rows, type ShownStep, type StepOf } from "./shown-step";

export function describeCompression({ encoding, reason }: StepOf<"compression">): ShownStep {
  return {
    heading: encoding === undefined ? "Not compressed" : `Compressed with ${encoding}`,
    sentence:
      encoding === undefined
        ? `CloudFront passes the body on as it is: ${reason}.`
        : `CloudFront compresses the body for the viewer (${reason}).`,
    tone: "plain",
    details: [],
    documentation: guide("ServingCompressedFiles"),
  };
}

export function describeErrorPage(step: StepOf<"custom-error-response">): ShownStep {
  const { errorCode, pagePath, pattern, status } = step;
  return {
    heading: `Custom error response for ${errorCode}`,
    sentence: `The distribution shows ${pagePath} with ${status} instead of the ${errorCode}, whatever the behavior.`,
    tone: "plain",
    details: rows("Where the page comes from", [
      { name: "Path", value: pagePath },
      { name: "Behavior", value: pattern },
    ]),
    documentation: guide("GeneratingCustomErrorResponses"),
  };
}

export function describeHeadersPolicy(step: StepOf<"response-headers-policy">): ShownStep {
  const { policy, added, removed } = step;
  return {
    heading: "Response headers policy",
    sentence: `${policy} sets ${count(added.length, "header")} and takes ${removed.length === 0 ? "none" : removed.length} away.`,
    tone: "plain",
    details: [
      ...rows(
        "Set",
        added.map(([name, value]) => ({ name, value, mark: "added" as const })),
      ),
      ...rows(
        "Taken away",
        removed.map((name) => ({ name, mark: "removed" as const })),
      ),
    ],
    documentation: guide("understanding-response-headers-policies"),
  };
}
