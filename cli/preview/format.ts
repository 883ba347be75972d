// The lines of a preview, in plain text of at most 80 columns; only paths and URLs may be longer.
import type { Origin } from "../../preview/edge-model";
import type { Preview } from "../../preview/server";
import type { Session } from "../../preview/session";
import type { ExchangeEvent } from "../../preview/session/events";
import type { RuleFinding } from "../../validations/lint";
import { columns } from "../columns";
import { COLUMNS, wrap, wrapMessage } from "../wrap";
import { formatLintErrors } from "./lint-errors";

/** Characters of an address or a path pattern that has its text beside it. */
const MOST = 44;

/** A preview that is ready. */
export interface PreviewStart {
  /** Of the stack, or of the file. */
  readonly name: string;
  readonly preview: Preview;
  readonly watches: boolean;
  /** URL of the inspector. */
  readonly inspector: string | undefined;
  /** Errors of the lint. */
  readonly findings: readonly RuleFinding[];
}

/** What is shown when a preview is ready. */
export function formatStart({ name, preview, watches, inspector, findings }: PreviewStart): string {
  const { live, urls } = preview;
  const session = live.current;
  const warnings = formatWarnings(session, findings);
  return [
    wrapMessage(`preview of ${name} (${session.model.address})`, COLUMNS),
    "",
    ...columns("  ", [...addresses(session, urls), ...inspectorRow(inspector)], MOST),
    "",
    "  behaviors, in the order CloudFront tries them",
    ...columns("    ", behaviors(session), MOST),
    ...iamKeys(session),
    ...(warnings.length === 0 ? [] : ["", ...warnings]),
    "",
    watches ? "Sources are watched. Ctrl-C ends the preview." : "Ctrl-C ends the preview.",
    "",
  ].join("\n");
}

/** Keys are of use where something asks for signed requests. */
function iamKeys({ stack, iamKey }: Session): string[] {
  if (!JSON.stringify(stack).includes("AWS_IAM")) return [];
  return [
    "",
    "  IAM keys that only this run accepts, for signed requests",
    `    AWS_ACCESS_KEY_ID=${iamKey.accessKeyId}`,
    `    AWS_SECRET_ACCESS_KEY=${iamKey.secretAccessKey}`,
  ];
}

function addresses(
  { apis }: Session,
  { http, https }: Preview["urls"],
): (readonly [string, string])[] {
  return [
    [`${https}/`, "the distribution; self-signed certificate"],
    [`${http}/`, "the distribution for viewers without TLS"],
    ...apis.flatMap(({ url = "", paths, address }) =>
      (paths.length === 0 ? [""] : paths).map(
        (path) => [`${url}${path}`, `past CloudFront: ${address}`] as const,
      ),
    ),
  ];
}

function inspectorRow(inspector: string | undefined): (readonly [string, string])[] {
  return inspector === undefined ? [] : [[inspector, "the inspector: each request, step by step"]];
}

const PLACES = { url: "at the given URL", stack: "in the stack", nowhere: "nowhere" } as const;

function behaviors({ model, placeOf }: Session): (readonly [string, string])[] {
  const places = new Map(model.origins.map((one: Origin) => [one.id, PLACES[placeOf(one)]]));
  return [...model.orderedBehaviors, model.defaultBehavior].map(
    ({ pathPattern, targetOriginId }) => {
      const place = places.get(targetOriginId) ?? "an origin group";
      return [pathPattern, `-> ${targetOriginId} (${place})`] as const;
    },
  );
}

/** What a deployment would not take, what a user should know of a session, and what has no value. */
export function formatWarnings(
  { warnings, unresolved }: Session,
  findings: readonly RuleFinding[],
): string[] {
  const open = unresolved.map(({ address, path, reason }) => {
    const place = path === "" ? address : `${address}.${path}`;
    return `${place} has no value (${reason}); nothing here needs it`;
  });
  return [...formatLintErrors(findings), ...warnings, ...open].flatMap((text) => {
    const [first = "", ...more] = wrap(text, COLUMNS - 4);
    return [`  ! ${first}`, ...more.map((line) => `    ${line}`)];
  });
}

/** Widths of the columns of requests, in characters. */
export interface RequestColumns {
  readonly path: number;
  readonly behavior: number;
  readonly origin: number;
}

/** Columns as wide as the distribution's names; the path gets what is left of 80. */
export function requestColumns({
  orderedBehaviors,
  defaultBehavior,
  origins,
}: Session["model"]): RequestColumns {
  const behaviors = [...orderedBehaviors, defaultBehavior].map(({ pathPattern }) => pathPattern);
  const behavior = widest(behaviors);
  const origin = widest(origins.map(({ id }) => id));
  return { path: Math.max(16, 48 - behavior - origin), behavior, origin };
}

function widest(names: readonly string[]): number {
  return Math.min(20, Math.max(8, ...names.map(({ length }) => length)));
}

/** One request: method, path, behavior, origin, status, cache, milliseconds. */
export function formatRequest(
  { request, response, trace, apiHost, milliseconds }: ExchangeEvent,
  columns: RequestColumns,
): string {
  const behavior = trace === undefined ? "direct" : (trace.behavior ?? "-");
  const origin = trace === undefined ? (apiHost ?? "-") : (trace.originId ?? "-");
  const result = trace?.resultType ?? "-";
  const time = milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
  const asked = `${request.method.padEnd(7)} ${request.path.padEnd(columns.path)}`;
  const way = `${behavior.padEnd(columns.behavior)} ${origin.padEnd(columns.origin)}`;
  return `${asked} ${way} ${response.status} ${result.padEnd(8)} ${time} ms`;
}
