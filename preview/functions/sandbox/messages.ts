// What the sandbox's host and its worker, and the worker and the code inside QuickJS, tell each other.
// Only strings and these plain objects pass; no object of the host is reachable from a function.
import type { OriginCall, StoreDescription } from "./built-ins/cloudfront-module";

/** The JavaScript runtimes of CloudFront Functions. */
export type FunctionRuntime = "cloudfront-js-1.0" | "cloudfront-js-2.0";

/** A function ready to run: checked code in which imports are calls of `$import`. */
export interface SandboxProgram {
  readonly name: string;
  readonly code: string;
  readonly runtime: FunctionRuntime;
  readonly store?: StoreDescription;
  /** The pairs of the key value store. */
  readonly pairs: Readonly<Record<string, string>>;
}

/** One run, as JSON. */
export interface SandboxInput {
  readonly event: unknown;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly seed: number;
  /** Undefined: the request has no query string. */
  readonly rawQueryString?: string;
}

/** How a run ended. */
export type SandboxOutcome =
  | {
      readonly kind: "returned";
      readonly value: unknown;
      readonly logs: readonly string[];
      readonly originCalls: readonly OriginCall[];
    }
  | { readonly kind: "threw"; readonly reason: string; readonly logs: readonly string[] }
  | { readonly kind: "timed-out"; readonly reason: string; readonly logs: readonly string[] };

/** Host to worker. */
export interface RunMessage {
  readonly id: number;
  readonly input: string;
}

/** Worker to host: first `ready` or `unusable`, then one outcome per run. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "unusable"; readonly reason: string }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: SandboxOutcome };
