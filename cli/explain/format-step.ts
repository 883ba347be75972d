// One step of a trace in words.
import type { HeaderList } from "../../preview/messages";
import type { CacheKey } from "../../preview/pipeline/cache-key";
import type { DroppedValue, TraceStep } from "../../preview/trace";

/** A step's title, and lines with what is behind it. */
export interface ShownStep {
  readonly title: string;
  readonly lines: readonly string[];
}

type Formats = {
  readonly [Name in TraceStep["step"]]: (step: Extract<TraceStep, { step: Name }>) => ShownStep;
};

const FORMATS: Formats = {
  refused: ({ by, status, reason }) => shown(`refused with ${status} by ${by}`, reason),
  behavior: ({ path, tried, pattern, targetOriginId }) =>
    shown(
      `behavior ${pattern} -> ${targetOriginId}`,
      `path ${path}`,
      ...tried.map((one) => `${one.matched ? "matches" : "does not match"} ${one.pattern}`),
    ),
  redirected: ({ status, location }) => shown(`redirected with ${status}`, `to ${location}`),
  "default-root-object": ({ path }) => shown(`default root object: ${path}`),
  function: ({ event, kind, name, outcome, changes, logs }) =>
    shown(
      `${event} function: ${outcome}`,
      `${kind} ${name}`,
      ...(changes.length === 0 ? ["changes nothing"] : changes),
      ...logs.map((log) => `log: ${log}`),
    ),
  "function-skipped": ({ event, reason }) => shown(`${event} function does not run`, reason),
  "cache-lookup": ({ result, key, reason }) =>
    // With a key and yet no look: the way is explained, and nothing is kept for it.
    shown(
      `cache: ${result === "bypass" && key !== undefined ? "used" : result}`,
      reason,
      ...(key === undefined ? [] : keyLines(key)),
    ),
  "origin-request": ({ originId, request, dropped }) =>
    shown(
      `origin request to ${originId}`,
      `${request.method} ${request.url}`,
      ...headerLines(request.headers),
      ...(request.bodyBytes === 0 ? [] : [`body of ${request.bodyBytes} bytes`]),
      ...dropped.map(droppedLine),
    ),
  "origin-response": ({ originId, status, failure, attempts }) =>
    shown(
      `origin response of ${originId}: ${status ?? "none"}`,
      ...(failure === undefined ? [] : [failure]),
      ...(attempts === 1 ? [] : [`${attempts} attempts`]),
    ),
  failover: ({ from, to, code }) => shown(`failover from ${from} to ${to} because of ${code}`),
  "time-to-live": ({ cached, seconds, reason }) =>
    shown(cached ? `kept for ${seconds} s` : "not kept", reason),
  compression: ({ encoding, reason }) => shown(`compression: ${encoding ?? "none"}`, reason),
  "custom-error-response": ({ errorCode, pagePath, pattern, status }) =>
    shown(
      `custom error response for ${errorCode}`,
      `${pagePath} through behavior ${pattern}, with status ${status}`,
    ),
  "response-headers-policy": ({ policy, added, removed }) =>
    shown(
      `response headers policy ${policy}`,
      ...headerLines(added),
      ...removed.map((name) => `removes ${name}`),
    ),
};

/** Puts a step into words. */
export function formatStep(step: TraceStep): ShownStep {
  return (FORMATS[step.step] as (one: TraceStep) => ShownStep)(step);
}

function shown(title: string, ...lines: string[]): ShownStep {
  return { title, lines };
}

function headerLines(headers: HeaderList): string[] {
  return headers.map(([name, value]) => `${name}: ${value}`);
}

function keyLines({ path, query, headers, cookies, acceptEncoding }: CacheKey): string[] {
  const parts = [
    `path ${path}`,
    ...(query === "" ? [] : [`query string ${query}`]),
    ...headers.map(([name, value]) => `header ${name}: ${value ?? "(absent)"}`),
    ...(cookies === "" ? [] : [`cookies ${cookies}`]),
    ...(acceptEncoding === "" ? [] : [`encoding ${acceptEncoding}`]),
  ];
  return [`key: ${parts.join(", ")}`];
}

function droppedLine({ kind, name, rule }: DroppedValue): string {
  return `does not send ${kind} ${name}: ${rule}`;
}
