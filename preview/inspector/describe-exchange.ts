import type { HeaderList } from "../messages";
import type { ExchangeEvent } from "../session/events";
import type { Trace } from "../trace";
import { count } from "./in-words";
import { describeStep } from "./steps/describe-step";
import { type Row, rows, type ShownStep } from "./steps/shown-step";
import { type Summary, summarize } from "./summarize";

/** Where a request went, for the picture of the distribution. */
interface Route {
  /** Path pattern of the behavior that took the request. */
  readonly behavior: string | undefined;
  /** Id of the origin that answered, now or when the object was stored. */
  readonly origin: string | undefined;
  /** Whether an origin was asked for this request. */
  readonly asked: boolean;
  /** Origins that were asked before and failed. */
  readonly failed: readonly string[];
  /** Path pattern of the behavior that an error page came through. */
  readonly errorPage: string | undefined;
}

/** One exchange as the page shows it. */
export interface ShownExchange {
  readonly summary: Summary;
  readonly route: Route;
  readonly steps: readonly ShownStep[];
  /** Where the documentation is open, or a reader may be surprised. */
  readonly notes: readonly string[];
  /** What was recorded, to be copied. */
  readonly recorded: ExchangeEvent;
}

/** Turns an exchange, already without secrets, into what the page shows of it. */
export function describeExchange(event: ExchangeEvent): ShownExchange {
  const { trace } = event;
  return {
    summary: summarize(event),
    route: routeOf(trace),
    steps: [viewerStep(event), ...traceSteps(event), answerStep(event)],
    notes: trace?.notes ?? [],
    recorded: event,
  };
}

function traceSteps({ trace, request, apiHost }: ExchangeEvent): ShownStep[] {
  if (trace === undefined) return [directStep(apiHost ?? "")];
  const viewerHeaders = new Map(
    request.headers.map(([name, value]) => [name.toLowerCase(), value]),
  );
  return trace.steps.map((step) => describeStep(step, { trace, viewerHeaders }));
}

function routeOf(trace: Trace | undefined): Route {
  const steps = trace?.steps ?? [];
  return {
    behavior: trace?.behavior,
    origin: trace?.originId,
    asked: steps.some(({ step }) => step === "origin-request"),
    failed: steps.flatMap((step) => (step.step === "failover" ? [step.from] : [])),
    errorPage: steps.find((step) => step.step === "custom-error-response")?.pattern,
  };
}

function viewerStep({ request }: ExchangeEvent): ShownStep {
  const { method, path, protocol, httpVersion, headers, bodyBytes } = request;
  const body = bodyBytes === 0 ? "" : ` and a body of ${count(bodyBytes, "byte")}`;
  return {
    heading: "The viewer's request",
    sentence: `${method} over ${protocol.toUpperCase()} (HTTP/${httpVersion}), with ${count(headers.length, "header")}${body}.`,
    tone: "plain",
    details: [
      ...rows("", [{ name: method, value: path }]),
      ...rows("Headers", headers.map(plainRow)),
    ],
  };
}

function directStep(host: string): ShownStep {
  return {
    heading: "Past the distribution",
    sentence: `This request went straight to ${host} at its own address; CloudFront had no part in it.`,
    tone: "plain",
    details: [],
  };
}

function answerStep({ response, trace }: ExchangeEvent): ShownStep {
  const { status, headers, bodyBytes } = response;
  const body =
    bodyBytes === undefined ? "a body of unknown length" : `a body of ${count(bodyBytes, "byte")}`;
  const policy = trace?.steps.find((step) => step.step === "response-headers-policy");
  return {
    heading: `The viewer gets ${status}`,
    sentence: `${count(headers.length, "header")} and ${body}.`,
    tone: status >= 400 ? "bad" : "good",
    details: rows("Headers", answerRows(headers, policy?.added ?? [], trace !== undefined)),
  };
}

const BY_CLOUDFRONT = /^(x-cache|via|x-amz-cf-.*|age)$/i;

function answerRows(headers: HeaderList, added: HeaderList, isEdge: boolean): Row[] {
  const byPolicy = new Set(added.map(([name]) => name.toLowerCase()));
  return headers.map(([name, value]) => {
    if (isEdge && BY_CLOUDFRONT.test(name)) return { name, value, note: "CloudFront" };
    if (!byPolicy.has(name.toLowerCase())) return { name, value };
    return { name, value, note: "response headers policy" };
  });
}

function plainRow([name, value]: HeaderList[number]): Row {
  return { name, value };
}
