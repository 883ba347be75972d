import type { Trace, TraceStep } from "../../trace";

/** One row of a detail: what, its value, and what is worth saying of it. */
export interface Row {
  readonly name: string;
  readonly value?: string;
  readonly note?: string;
  /** Marks a row in words and in style: it decided, was taken out, or was put in. */
  readonly mark?: "chosen" | "removed" | "added";
}

/** A value before and after a function. */
export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The particulars of a step; those without a title are always shown. */
export type Detail =
  | { readonly kind: "rows"; readonly title: string; readonly rows: readonly Row[] }
  | { readonly kind: "changes"; readonly title: string; readonly changes: readonly Change[] }
  | { readonly kind: "lines"; readonly title: string; readonly lines: readonly string[] };

/** One step of a request as the page shows it. */
export interface ShownStep {
  readonly heading: string;
  /** One plain sentence. */
  readonly sentence: string;
  /** `stop`: the way ended here. `bad`: something failed. */
  readonly tone: "plain" | "good" | "stop" | "bad";
  readonly details: readonly Detail[];
  /** The page of AWS that has the rule. */
  readonly documentation?: string;
}

/** A step of one kind. */
export type StepOf<K extends TraceStep["step"]> = Extract<TraceStep, { step: K }>;

/** What a step is described with. */
export interface StepContext {
  readonly trace: Trace;
  /** The viewer's headers by lower-case name. */
  readonly viewerHeaders: ReadonlyMap<string, string>;
}

const GUIDE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/";

/** Address of a page of CloudFront's developer guide. */
export function guide(page: string): string {
  return `${GUIDE}${page}.html`;
}

/** Rows, or nothing when there are none. */
export function rows(title: string, list: readonly Row[]): Detail[] {
  return list.length === 0 ? [] : [{ kind: "rows", title, rows: list }];
}

/** Lines, or nothing when there are none. */
export function lines(title: string, list: readonly string[]): Detail[] {
  return list.length === 0 ? [] : [{ kind: "lines", title, lines: list }];
}
