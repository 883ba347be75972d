// What happens in a preview, for whoever shows it: the terminal, the inspector, a test.
import type { HeaderList } from "../messages";
import type { OriginLog } from "../origins/emulation";
import type { Trace } from "../trace";

/** One request and its response, without secrets. */
export interface ExchangeEvent {
  /** Counts up from 1 in each run. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether it came to the distribution, or to an API's own address. */
  readonly target: "distribution" | "api";
  readonly request: {
    readonly method: string;
    /** With the query string. */
    readonly path: string;
    readonly protocol: "http" | "https";
    readonly httpVersion: string;
    readonly headers: HeaderList;
    readonly bodyBytes: number;
  };
  readonly response: {
    readonly status: number;
    readonly headers: HeaderList;
    /** Undefined when it comes as a stream without an announced length. */
    readonly bodyBytes: number | undefined;
  };
  /** From the request's last byte to the response's first one, without `--delay`. */
  readonly milliseconds: number;
  /** The way through the edge; undefined for a direct request to an API. */
  readonly trace: Trace | undefined;
  /** The host of the API of a direct request. */
  readonly apiHost: string | undefined;
  /** About how many characters all of this takes, for whoever keeps it. */
  readonly characters: number;
}

/** What can be subscribed to; each returns the function that ends the subscription. */
export interface Subscriptions {
  /** Traces have their steps only while somebody listens. */
  onExchange(listener: (event: ExchangeEvent) => void): () => void;
  /** What functions print and why a service refused something. */
  onLog(listener: (log: OriginLog) => void): () => void;
}

/** Listeners, and how to tell them. */
export interface Events extends Subscriptions {
  readonly hasListeners: () => boolean;
  /** Gives the event its number and tells it. */
  exchange(event: Omit<ExchangeEvent, "id">): void;
  log(log: OriginLog): void;
}

/** Makes a place for listeners that outlives a session. */
export function createEvents(): Events {
  const exchanges = new Set<(event: ExchangeEvent) => void>();
  const logs = new Set<(log: OriginLog) => void>();
  let count = 0;
  return {
    onExchange: (listener) => subscribe(exchanges, listener),
    onLog: (listener) => subscribe(logs, listener),
    hasListeners: () => exchanges.size > 0,
    exchange(event) {
      count += 1;
      // Not spread: that would make what nobody may want.
      const told = Object.assign(event, { id: count });
      for (const listener of exchanges) listener(told);
    },
    log(log) {
      for (const listener of logs) listener(log);
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
