// Messages and traces whose secrets are hidden when somebody looks. Thousands a second pass by of
// which only the line in the terminal is seen, so nothing is copied before.
import { type EdgeRequest, type EdgeResponse, type HeaderList, headerOf } from "../messages";
import type { Trace } from "../trace";
import type { ExchangeEvent } from "./events";
import type { Redactor } from "./redact";

/** A viewer's request. */
export class ToldRequest {
  readonly method: string;
  readonly protocol: EdgeRequest["protocol"];
  readonly httpVersion: string;
  readonly bodyBytes: number;
  private readonly raw: HeaderList;
  private shown: HeaderList | undefined;

  /** @param path with the query string, without secrets */
  constructor(
    { method, protocol, httpVersion, body, headers }: EdgeRequest,
    readonly path: string,
    private readonly redactor: Redactor,
  ) {
    this.method = method;
    this.protocol = protocol;
    this.httpVersion = httpVersion;
    this.bodyBytes = body.length;
    this.raw = headers;
  }

  get headers(): HeaderList {
    this.shown ??= this.redactor.headers(this.raw);
    return this.shown;
  }

  toJSON(): ExchangeEvent["request"] {
    const { method, path, protocol, httpVersion, headers, bodyBytes } = this;
    return { method, path, protocol, httpVersion, headers, bodyBytes };
  }
}

/** The response to it; the body is not kept. */
export class ToldResponse {
  readonly status: number;
  readonly bodyBytes: number | undefined;
  private readonly raw: HeaderList;
  private shown: HeaderList | undefined;

  constructor(
    { status, headers, body }: EdgeResponse,
    private readonly redactor: Redactor,
  ) {
    this.status = status;
    this.raw = headers;
    this.bodyBytes = body instanceof Uint8Array ? body.length : announcedBytes(headers);
  }

  get headers(): HeaderList {
    this.shown ??= this.redactor.headers(this.raw);
    return this.shown;
  }

  toJSON(): ExchangeEvent["response"] {
    const { status, headers, bodyBytes } = this;
    return { status, headers, bodyBytes };
  }
}

/** The way through the edge. What has no secrets is there at once. */
export class ToldTrace implements Trace {
  private shown: Trace | undefined;

  constructor(
    private readonly raw: Trace,
    private readonly redactor: Redactor,
  ) {}

  get requestId(): string {
    return this.raw.requestId;
  }
  get method(): string {
    return this.raw.method;
  }
  get behavior(): string | undefined {
    return this.raw.behavior;
  }
  get originId(): string | undefined {
    return this.raw.originId;
  }
  get status(): number {
    return this.raw.status;
  }
  get resultType(): Trace["resultType"] {
    return this.raw.resultType;
  }
  get dryRun(): boolean {
    return this.raw.dryRun;
  }
  get url(): string {
    return this.toJSON().url;
  }
  get steps(): Trace["steps"] {
    return this.toJSON().steps;
  }
  get notes(): string[] {
    return this.toJSON().notes;
  }

  toJSON(): Trace {
    this.shown ??= this.redactor.trace(this.raw);
    return this.shown;
  }
}

function announcedBytes(headers: HeaderList): number | undefined {
  const announced = Number(headerOf(headers, "content-length") ?? Number.NaN);
  return Number.isNaN(announced) ? undefined : announced;
}
