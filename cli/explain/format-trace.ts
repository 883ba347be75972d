import type { Trace } from "../../preview/trace";
import { terminalText } from "../preview/terminal-text";
import { COLUMNS, wrap } from "../wrap";
import { formatStep } from "./format-step";

/** The way of a request, in plain text of at most 80 columns. */
export function formatTrace(trace: Trace): string {
  const steps = trace.steps.map(formatStep);
  return [
    ...block(`${trace.method} ${trace.url}`, ""),
    "",
    ...steps.flatMap(({ title, lines }, index) => [
      ...block(title, `${String(index + 1).padStart(2)}  `),
      ...lines.flatMap((line) => block(line, "      ")),
    ]),
    "",
    ...block(ending(trace), ""),
    ...trace.notes.flatMap((note) => block(note, "  ! ")),
  ].join("\n");
}

/** The first line starts with the margin; the others are indented a little more. */
function block(text: string, margin: string): string[] {
  const indent = `${" ".repeat(margin.length)}  `;
  return wrap(terminalText(text), COLUMNS - indent.length).map(
    (line, index) => `${index === 0 ? margin : indent}${line}`,
  );
}

function ending({ steps, status, resultType }: Trace): string {
  return asksOrigin(steps)
    ? "The origin decides what the viewer gets; it was not asked."
    : `The viewer gets ${status} with X-Cache: ${resultType} from cloudfront.`;
}

function asksOrigin(steps: Trace["steps"]): boolean {
  return steps.some(({ step }) => step === "origin-request");
}
