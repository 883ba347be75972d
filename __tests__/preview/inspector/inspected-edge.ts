// An edge whose exchanges reach the inspector as a session reports them.
import type { EdgeDeps } from "../../../preview/edge/context";
import type { EdgeModel } from "../../../preview/edge-model";
import type { InspectorFeed } from "../../../preview/inspector/feed";
import type { EdgeRequest } from "../../../preview/messages";
import { createEvents, type Events, type ExchangeEvent } from "../../../preview/session/events";
import { createRedactor } from "../../../preview/session/redact";
import { createReport } from "../../../preview/session/report";
import { model, NOW, type OriginBehavior, request, testEdge } from "../../support/edge";

export interface InspectedEdge {
  readonly feed: InspectorFeed;
  readonly events: Events;
  /** Sends a request through the edge and reports it. */
  send(target: string, changes?: Partial<EdgeRequest>): Promise<ExchangeEvent>;
}

export function inspectedEdge(
  changes: Partial<EdgeModel> = {},
  answers?: OriginBehavior | Readonly<Record<string, OriginBehavior>>,
  deps: Partial<EdgeDeps> = {},
): InspectedEdge {
  const built = model(changes);
  const events = createEvents();
  const redactor = createRedactor(built);
  const report = createReport(events, redactor, () => NOW);
  const { edge } = testEdge(changes, answers, deps);
  const session = { model: built, placeOf: () => "url" as const, warnings: [], apis: [], redactor };
  return {
    feed: { events, session: () => session, urls: () => ["https://localhost:8443"] },
    events,
    async send(target, more) {
      const sent = request(target, more);
      const started = performance.now();
      const { response, trace } = await edge(sent, { detail: true });
      const seen: ExchangeEvent[] = [];
      const end = events.onExchange((event) => seen.push(event));
      report(sent, response, { started, trace });
      end();
      return seen[0] as ExchangeEvent;
    },
  };
}

/** An exchange without an edge. */
export function exchange(changes: Partial<ExchangeEvent> = {}): Omit<ExchangeEvent, "id"> {
  return {
    at: NOW,
    target: "distribution",
    request: {
      method: "GET",
      path: "/",
      protocol: "https",
      httpVersion: "1.1",
      headers: [],
      bodyBytes: 0,
    },
    response: { status: 200, headers: [], bodyBytes: 0 },
    milliseconds: 1.234,
    trace: undefined,
    apiHost: undefined,
    characters: 100,
    ...changes,
  };
}
