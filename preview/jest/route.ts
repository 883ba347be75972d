// The way of a request, as far as tests compare it. Pure.
import type { Trace, TraceStep } from "../trace";

/** What a test expects of a request's way; what is left out may be anything. */
export interface ExpectedRoute {
  /** Path pattern of the behavior; `*` is the default one. */
  readonly behavior?: string;
  /** Id of the origin that is asked; `null`: none, the edge answers itself. */
  readonly origin?: string | null;
  /** What the origin is asked for, with origin path and query string. */
  readonly originPath?: string;
  /** Names of headers that reach the origin. */
  readonly sends?: readonly string[];
  /** Names of headers that do not. */
  readonly drops?: readonly string[];
  /** Whether the answer may come from the cache. */
  readonly cached?: boolean;
  /** Status of the edge's own answer, such as a redirect or a refusal. */
  readonly status?: number;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** One expectation that is not met. */
export interface Difference {
  readonly what: keyof ExpectedRoute;
  readonly expected: unknown;
  readonly actual: unknown;
}

type StepOf<Name extends TraceStep["step"]> = Extract<TraceStep, { step: Name }>;

/** Compares a trace with what a test expects. */
export function differences(trace: Trace, expected: ExpectedRoute): Difference[] {
  const sent = stepOf(trace, "origin-request");
  const names = (sent?.request.headers ?? []).map(([name]) => name.toLowerCase());
  const asked = sent === undefined ? undefined : new URL(sent.request.url);
  const target = asked === undefined ? undefined : sent?.request.url.slice(asked.origin.length);
  const actual: { readonly [Name in keyof ExpectedRoute]-?: unknown } = {
    behavior: trace.behavior,
    origin: sent?.originId ?? null,
    originPath: target,
    sends: expected.sends?.filter((name) => names.includes(name.toLowerCase())),
    drops: expected.drops?.filter((name) => !names.includes(name.toLowerCase())),
    cached: stepOf(trace, "cache-lookup")?.key !== undefined,
    status: sent === undefined ? trace.status : undefined,
    location: stepOf(trace, "redirected")?.location,
  };
  return (Object.keys(expected) as (keyof ExpectedRoute)[])
    .filter((what) => expected[what] !== undefined)
    .filter((what) => JSON.stringify(actual[what]) !== JSON.stringify(expected[what]))
    .map((what) => ({ what, expected: expected[what], actual: actual[what] }));
}

/** Says what differs, and which way the request takes. */
export function routeMessage(trace: Trace, found: readonly Difference[]): string {
  const lines = found.map(
    ({ what, expected, actual }) => `  ${what}: expected ${shown(expected)}, got ${shown(actual)}`,
  );
  const tried = stepOf(trace, "behavior")?.tried ?? [];
  const sent = stepOf(trace, "origin-request");
  return [
    `${trace.method} ${trace.url} does not take the expected way`,
    "",
    ...lines,
    "",
    ...tried.map(({ pattern, matched }) => `${matched ? "matches" : "does not match"} ${pattern}`),
    sent === undefined
      ? `the edge answers ${trace.status} itself (${trace.resultType})`
      : `asks ${sent.originId}: ${sent.request.method} ${sent.request.url}`,
    ...(sent?.dropped ?? []).map(({ kind, name, rule }) => `drops ${kind} ${name}: ${rule}`),
  ].join("\n");
}

function shown(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}

function stepOf<Name extends TraceStep["step"]>(
  trace: Trace,
  name: Name,
): StepOf<Name> | undefined {
  return trace.steps.find((one): one is StepOf<Name> => one.step === name);
}
