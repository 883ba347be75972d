import { type EdgeRequest, type EdgeResponse, type HeaderList, headerOf } from "../messages";
import { headerBytes } from "../pipeline/size-limits";
import type { Trace } from "../trace";
import type { Events } from "./events";
import { lazy } from "./lazy";
import type { Redactor } from "./redact";

/** What is known of an exchange beside its two messages. */
interface ReportedExchange {
  /** By `performance.now()`. */
  readonly started: number;
  readonly trace?: Trace;
  readonly apiHost?: string;
}

/** Tells the listeners of an exchange, without its secrets. */
export type Report = (
  request: EdgeRequest,
  response: EdgeResponse,
  exchange: ReportedExchange,
) => void;

/**
 * Builds the report function of a session. Secrets are hidden when somebody looks: of most exchanges
 * only the line in the terminal is seen. Bodies are not kept for that.
 */
export function createReport(events: Events, redactor: Redactor, now: () => number): Report {
  return (request, response, { started, trace, apiHost }) => {
    const query = request.query === "" ? "" : `?${redactor.text(request.query)}`;
    const path = `${request.path}${query}`;
    events.exchange({
      at: now(),
      target: apiHost === undefined ? "distribution" : "api",
      request: withHeaders(redactor, request.headers, {
        method: request.method,
        path,
        protocol: request.protocol,
        httpVersion: request.httpVersion,
        bodyBytes: request.body.length,
      }),
      response: withHeaders(redactor, response.headers, {
        status: response.status,
        bodyBytes: bodyBytesOf(response),
      }),
      milliseconds: performance.now() - started,
      trace: trace === undefined ? undefined : redactor.trace(trace),
      apiHost,
      characters:
        // The trace repeats the URL and the headers: in the key, as sent, and as dropped.
        3 * (path.length + headerBytes(request.headers) + headerBytes(response.headers)) +
        functionCharacters(trace),
    });
  };
}

function withHeaders<T extends object>(
  redactor: Redactor,
  headers: HeaderList,
  rest: T,
): T & { readonly headers: HeaderList } {
  const hidden = lazy(() => redactor.headers(headers));
  return {
    ...rest,
    get headers() {
      return hidden();
    },
  };
}

/** What functions wrote and changed. */
function functionCharacters(trace: Trace | undefined): number {
  let characters = 0;
  for (const step of trace?.steps ?? []) {
    if (step.step !== "function") continue;
    for (const line of [...step.logs, ...step.changes]) characters += line.length;
  }
  return characters;
}

function bodyBytesOf({ body, headers }: EdgeResponse): number | undefined {
  if (body instanceof Uint8Array) return body.length;
  const announced = Number(headerOf(headers, "content-length") ?? Number.NaN);
  return Number.isNaN(announced) ? undefined : announced;
}
