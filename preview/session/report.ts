import type { EdgeRequest, EdgeResponse } from "../messages";
import { headerBytes } from "../pipeline/size-limits";
import type { Trace } from "../trace";
import type { Events } from "./events";
import type { Redactor } from "./redact";
import { ToldRequest, ToldResponse, ToldTrace } from "./told";

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
      request: new ToldRequest(request, path, redactor),
      response: new ToldResponse(response, redactor),
      milliseconds: performance.now() - started,
      trace: trace === undefined ? undefined : new ToldTrace(trace, redactor),
      apiHost,
      characters:
        // The trace repeats the URL and the headers: in the key, as sent, and as dropped.
        3 * (path.length + headerBytes(request.headers) + headerBytes(response.headers)) +
        functionCharacters(trace),
    });
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
