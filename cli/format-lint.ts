// What `lint` prints: findings within 80 columns, or one JSON document.
import type { LintResult, RuleFinding } from "../validations/lint";
import { COLUMNS, wrap } from "./wrap";

/** The result of one file. */
export interface FileResult {
  readonly file: string;
  readonly result: LintResult;
}

/** Findings with fix and link, then counts, for each file. */
export function formatLint(
  results: readonly FileResult[],
  { listsUnknown }: { readonly listsUnknown: boolean },
): string {
  return results
    .map(({ file, result }) =>
      [
        ...result.findings.flatMap(finding),
        ...result.suppressed.flatMap((found) =>
          lines("  ", `${subject(found)} (${found.rule.id}), accepted: ${found.reason}`),
        ),
        ...(listsUnknown ? result.unknown.flatMap(question) : []),
        ...lines("", `${file}: ${counts(result)}`),
      ].join("\n"),
    )
    .join("\n\n");
}

function finding(found: RuleFinding): string[] {
  const { rule } = found;
  return [
    ...lines("", `${rule.severity}: ${subject(found)} (${rule.id})`),
    ...lines("  ", `fix: ${rule.fix}`),
    `  see: ${rule.link}`,
    "",
  ];
}

function question({ rule, question: { address, part, unknown } }: LintResult["unknown"][number]) {
  return lines(
    "  ",
    `unknown: ${[address, part].filter(Boolean).join(" ")}: ${unknown} (${rule.id})`,
  );
}

function subject({ finding: { address, part, message } }: RuleFinding): string {
  return [address, part, message].filter((text) => text !== undefined).join(" ");
}

function counts({ findings, suppressed, unknown }: LintResult): string {
  const errors = findings.filter(({ rule }) => rule.severity === "error").length;
  return [
    plural(errors, "error"),
    plural(findings.length - errors, "warning"),
    `${suppressed.length} suppressed`,
    `${unknown.length} unknown`,
  ].join(", ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// Continuation lines are indented by two more.
function lines(indent: string, text: string): string[] {
  return text
    .split("\n")
    .flatMap((line) => wrap(line, COLUMNS - indent.length - 2))
    .map((line, at) => `${indent}${at === 0 ? "" : "  "}${line}`);
}

/** The same as JSON: one object a file, with findings, suppressed and unknown as lists. */
export function toJson(results: readonly FileResult[]): string {
  const document = results.map(({ file, result: { findings, suppressed, unknown } }) => ({
    file,
    findings: findings.map(findingAsJson),
    suppressed: suppressed.map(({ rule, finding, reason }) => ({
      rule: rule.id,
      ...finding,
      reason,
    })),
    unknown: unknown.map(({ rule, question }) => ({ rule: rule.id, ...question })),
  }));
  return JSON.stringify(document, null, 2);
}

/** A finding as an object that can be written as JSON. */
export function findingAsJson({ rule, finding }: RuleFinding) {
  const { id, severity, fix, link } = rule;
  return { rule: id, severity, ...finding, fix, link };
}
