import { type EdgeResponse, type HeaderList, headerOf } from "../messages";
import { describeExchange } from "./describe-exchange";
import { describeStack } from "./describe-stack";
import { eventStream, readCursor } from "./event-stream";
import type { InspectorFeed } from "./feed";
import { type InspectorRequest, pathOf, refusalOf } from "./guard";
import { keepHistory } from "./history";
import { readPageFiles } from "./page-files";

/** The inspector without a server. */
export interface Inspector {
  /** Answers one request to the inspector's own port. */
  answer(request: InspectorRequest, port: number): EdgeResponse;
  /** Tells open pages that the stack was synthesized again. */
  changed(): void;
  /** Ends the open pages' streams and forgets everything. */
  close(): void;
}

/** Pages that may be open at once. */
const MAX_STREAMS = 32;

const HARDENED: HeaderList = [
  ["Cache-Control", "no-store"],
  [
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Referrer-Policy", "no-referrer"],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
];

/** Builds the inspector. It keeps the latest exchanges from now on, in bounded memory. */
export function createInspector(feed: InspectorFeed): Inspector {
  const history = keepHistory(feed.events, (text) => feed.session().redactor.text(text));
  const files = readPageFiles();
  const streams = new Set<AbortController>();

  /** Ends with its page at once, also while it waits for something to happen. */
  const stream = (from: string): AsyncIterable<Uint8Array> => {
    const end = new AbortController();
    const events = eventStream(history, readCursor(from), end.signal);
    const leave = (): void => {
      streams.delete(end);
      end.abort();
    };
    streams.add(end);
    const iterator = {
      async next() {
        const next = await events.next();
        if (next.done === true) leave();
        return next;
      },
      return() {
        leave();
        return events.return(undefined);
      },
    };
    return { ...iterator, [Symbol.asyncIterator]: () => iterator };
  };

  const get = ({ target, headers }: InspectorRequest): EdgeResponse => {
    const path = pathOf(target);
    if (path === "/stack.json") {
      return json(describeStack(feed.session(), feed.urls?.() ?? [], feed.warnings?.() ?? []));
    }
    if (path === "/events") {
      if (streams.size >= MAX_STREAMS) return text(503, "too many pages of the inspector are open");
      const after = new URLSearchParams(target.slice(path.length)).get("after");
      const body = stream(headerOf(headers, "last-event-id") ?? after ?? "");
      return reply(200, "text/event-stream; charset=utf-8", body);
    }
    const id = /^\/exchanges\/(\d{1,15})\.json$/.exec(path)?.[1];
    if (id !== undefined) {
      const found = history.exchange(Number(id));
      if (found !== undefined) return json(describeExchange(found));
      return text(404, `request ${id} is no longer kept; the inspector keeps the latest ones`);
    }
    const file = files.get(path);
    return file === undefined
      ? text(404, "the inspector has no such page")
      : reply(200, file.type, file.content);
  };

  return {
    answer(request, port) {
      const refusal = refusalOf(request, port);
      if (refusal !== undefined) return text(refusal.status, refusal.reason);
      if (request.method !== "POST") return get(request);
      if (pathOf(request.target) !== "/clear")
        return text(404, "the inspector has nothing to post to there");
      history.clear();
      return reply(204, undefined, new Uint8Array());
    },
    changed: () => history.changed(),
    close() {
      for (const end of streams) end.abort();
      history.close();
    },
  };
}

function json(value: unknown): EdgeResponse {
  return reply(200, "application/json; charset=utf-8", Buffer.from(JSON.stringify(value)));
}

function text(status: number, reason: string): EdgeResponse {
  const body = Buffer.from(`one-origin inspector: ${reason}\n`);
  return reply(status, "text/plain; charset=utf-8", body);
}

function reply(status: number, type: string | undefined, body: EdgeResponse["body"]): EdgeResponse {
  return {
    status,
    headers: [...(type === undefined ? [] : [["Content-Type", type] as const]), ...HARDENED],
    body,
  };
}
