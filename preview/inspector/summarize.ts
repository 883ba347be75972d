import { headerOf } from "../messages";
import type { ExchangeEvent } from "../session/events";

/** One request as a line of the list. */
export interface Summary {
  readonly id: number;
  /** Milliseconds since 1970, when the response began. */
  readonly at: number;
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly protocol: string;
  /** Path pattern; `""` when no behavior was chosen. */
  readonly behavior: string;
  /** Id of the origin, or the host of a direct request to an API; `""` when none answered. */
  readonly origin: string;
  /** Whether the request went to an API's own address, past the distribution. */
  readonly isDirect: boolean;
  readonly status: number;
  /** The first word of X-Cache: `Hit`, `Miss`, …; `Direct` for a direct request. */
  readonly result: string;
  readonly milliseconds: number;
}

/** Shortens an exchange to a line. */
export function summarize(event: ExchangeEvent): Summary {
  const { id, at, request, response, trace, apiHost, milliseconds } = event;
  const xCache = headerOf(response.headers, "x-cache")?.split(" ")[0];
  return {
    id,
    at,
    method: request.method,
    path: request.path,
    protocol: request.protocol,
    behavior: trace?.behavior ?? "",
    origin: trace?.originId ?? apiHost ?? "",
    isDirect: event.target === "api",
    status: response.status,
    result: event.target === "api" ? "Direct" : (trace?.resultType ?? xCache ?? ""),
    milliseconds: Math.round(milliseconds * 100) / 100,
  };
}
