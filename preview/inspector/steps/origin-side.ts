import type { HeaderList } from "../../messages";
import { count } from "../in-words";
import { guide, type Row, rows, type ShownStep, type StepContext, type StepOf } from "./shown-step";

export function describeOriginRequest(
  { originId, request, dropped }: StepOf<"origin-request">,
  { viewerHeaders }: StepContext,
): ShownStep {
  const { method, url, headers, bodyBytes } = request;
  const left =
    dropped.length === 0 ? "" : `; ${count(dropped.length, "value")} of the viewer's stay behind`;
  return {
    heading: `Sent to origin ${originId}`,
    sentence: `The origin gets exactly this: ${method} with ${count(headers.length, "header")} and ${bodyBytes === 0 ? "no body" : `a body of ${count(bodyBytes, "byte")}`}${left}.`,
    tone: "plain",
    details: [
      ...rows("", [{ name: method, value: url }]),
      ...rows("Headers as sent", sentRows(headers, viewerHeaders)),
      ...rows(
        "Left behind, and by which rule",
        dropped.map(({ kind, name, rule }) => ({
          name,
          value: kind,
          note: rule,
          mark: "removed" as const,
        })),
      ),
    ],
    documentation: guide("RequestAndResponseBehaviorCustomOrigin"),
  };
}

/** Says of each header whether it is the viewer's. */
function sentRows(headers: HeaderList, viewer: ReadonlyMap<string, string>): Row[] {
  return headers.map(([name, value]) => {
    const before = viewer.get(name.toLowerCase());
    if (before === value) return { name, value };
    return before === undefined
      ? { name, value, note: "not the viewer's: added on the way", mark: "added" as const }
      : { name, value, note: "changed on the way", mark: "added" as const };
  });
}

export function describeOriginResponse(step: StepOf<"origin-response">): ShownStep {
  const { originId, status, failure, attempts } = step;
  const after = attempts === 1 ? "" : ` after ${attempts} attempts`;
  if (failure !== undefined) {
    return {
      heading: `No answer from origin ${originId}`,
      sentence: `The origin gave no usable response${after}.`,
      tone: "bad",
      details: rows("", [{ name: "Failure", value: failure }]),
      documentation: guide("http-502-bad-gateway"),
    };
  }
  return {
    heading: `Origin ${originId} answered ${status ?? ""}`,
    sentence: `The response came back${after}.`,
    tone: (status ?? 0) >= 400 ? "bad" : "good",
    details: [],
  };
}

export function describeFailover({ from, to, code }: StepOf<"failover">): ShownStep {
  return {
    heading: `Failover to origin ${to}`,
    sentence: `Origin ${from} counts as ${code}, which the origin group lists, so the second origin is asked.`,
    tone: "plain",
    details: [],
    documentation: guide("high_availability_origin_failover"),
  };
}
