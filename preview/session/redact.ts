// Hides secrets in what is shown or printed. The values themselves go their way unchanged.
import type { EdgeModel } from "../edge-model";
import type { HeaderList } from "../messages";
import type { CacheKey } from "../pipeline/cache-key";
import type { Trace, TraceStep } from "../trace";

/** What stands for a hidden value. */
const HIDDEN = "***";

const SECRET_HEADERS: readonly string[] = [
  "authorization",
  "cookie",
  "proxy-authorization",
  "set-cookie",
  "x-amz-security-token",
  "x-api-key",
];

/** Names that applications give to headers of the kind, such as `X-Auth-Token`. */
const SECRET_NAME = /token|secret|passw|signature|credential|api-?key|session|jwt/i;

const SECRET_PARAMETER =
  /([?&\s]|^)([^=&\s?]*(?:token|secret|password|passwd|signature|credential|api-?key|session|jwt|auth|policy)[^=&\s?]*)=([^&\s"]+)/gi;

/** Hides secrets of one distribution. */
export interface Redactor {
  /** Values of headers that carry secrets; cookies keep their names. */
  headers(headers: HeaderList): HeaderList;
  /** Values of parameters that sound secret, in a URL, a query string or a sentence with one. */
  text(text: string): string;
  /** A copy of a trace. */
  trace(trace: Trace): Trace;
}

/** Builds a redactor; the custom headers of the model's origins count as secrets. */
export function createRedactor(model: Pick<EdgeModel, "origins">): Redactor {
  const custom = model.origins.flatMap(({ customHeaders }) => customHeaders.map(([name]) => name));
  const listed = new Set([...SECRET_HEADERS, ...custom.map((name) => name.toLowerCase())]);
  const isSecret = (name: string): boolean =>
    listed.has(name.toLowerCase()) || SECRET_NAME.test(name);
  const headers = (list: HeaderList): HeaderList =>
    list.map(([name, value]) => [name, isSecret(name) ? hiddenHeader(name, value) : text(value)]);
  return {
    headers,
    text,
    trace: (trace) => ({
      ...trace,
      url: text(trace.url),
      notes: trace.notes.map(text),
      steps: trace.steps.map((step) => redactStep(step, headers, isSecret)),
    }),
  };
}

function text(value: string): string {
  if (!value.includes("=")) return value; // as most values are
  return value.replace(SECRET_PARAMETER, `$1$2=${HIDDEN}`);
}

/** `a=1; b=2` becomes `a=***; b=***`, `Bearer x` becomes `Bearer ***`. */
function hiddenHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === "cookie") return hiddenCookies(value);
  if (lower === "set-cookie") return value.replace(/^([^=;]*)=([^;]*)/, `$1=${HIDDEN}`);
  const scheme = /^(Basic|Bearer|Digest|AWS4-HMAC-SHA256) /.exec(value)?.[0] ?? "";
  return `${scheme}${HIDDEN}`;
}

function hiddenCookies(value: string): string {
  return value.replace(/(^|;\s*)([^=;]*)=([^;]*)/g, `$1$2=${HIDDEN}`);
}

function redactStep(
  step: TraceStep,
  headers: (list: HeaderList) => HeaderList,
  isSecret: (name: string) => boolean,
): TraceStep {
  switch (step.step) {
    case "redirected":
      return { ...step, location: text(step.location) };
    case "function":
      return {
        ...step,
        changes: step.changes.map(hiddenChange),
        logs: step.logs.map(text),
      };
    case "cache-lookup":
      return step.key === undefined ? step : { ...step, key: redactKey(step.key, isSecret) };
    case "origin-request": {
      const { request } = step;
      const shown = { ...request, url: text(request.url), headers: headers(request.headers) };
      return { ...step, request: shown };
    }
    case "response-headers-policy":
      return { ...step, added: headers(step.added) };
    default:
      return step;
  }
}

/** A function that changes the origin may set custom headers, which are secrets. */
function hiddenChange(change: string): string {
  return text(change).replace(/"customHeaders":(\[\[.*?\]\]|\[\])/g, `"customHeaders":"${HIDDEN}"`);
}

function redactKey(key: CacheKey, isSecret: (name: string) => boolean): CacheKey {
  return {
    ...key,
    query: text(key.query),
    cookies: hiddenCookies(key.cookies),
    headers: key.headers.map(([name, value]) => [
      name,
      value !== undefined && isSecret(name) ? hiddenHeader(name, value) : value,
    ]),
  };
}
