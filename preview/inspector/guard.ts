import { type HeaderList, valuesOf } from "../messages";
import { localHostProblem } from "../server/host-header";
import { targetProblem } from "../server/request-target";

/** A request as far as the inspector looks at it. */
export interface InspectorRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderList;
}

/** Why a request is refused. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 421;
  readonly reason: string;
}

/** What a browser says of a page that may read the inspector; a client without it is no browser. */
const OWN_SITES = new Set(["same-origin", "none"]);

/**
 * Refuses what does not come from the inspector's own page or from a person: another Host, a page of
 * another origin (`null` is foreign; so is another port of this machine), a method that changes
 * something without an Origin.
 *
 * @param port the inspector's own
 */
export function refusalOf(
  { method, target, headers }: InspectorRequest,
  port: number,
): Refusal | undefined {
  const badTarget = targetProblem(method, target);
  if (badTarget !== undefined) return { status: 400, reason: badTarget };
  const hosts = valuesOf(headers, "host");
  const badHost = localHostProblem(hosts, port);
  if (badHost !== undefined) return badHost;
  if (!["GET", "POST"].includes(method)) {
    return { status: 405, reason: `the inspector takes GET and POST, not ${method}` };
  }
  const origins = valuesOf(headers, "origin");
  const own = `http://${(hosts[0] ?? "").toLowerCase()}`;
  const isForeign = origins.some((origin) => origin !== own) || origins.length > 1;
  if (isForeign || (method === "POST" && origins.length === 0)) {
    return { status: 403, reason: "this request does not come from the inspector's own page" };
  }
  const site = valuesOf(headers, "sec-fetch-site")[0];
  const isNavigation = valuesOf(headers, "sec-fetch-mode")[0] === "navigate";
  if (site === undefined || OWN_SITES.has(site)) return undefined;
  // Following a link to the page is fine; a frame of it is ruled out by the page's policy.
  if (isNavigation && method === "GET" && pathOf(target) === "/") return undefined;
  return { status: 403, reason: `a page of another origin may not use the inspector (${site})` };
}

/** A checked target without its query string. */
export function pathOf(target: string): string {
  const at = target.indexOf("?");
  return at < 0 ? target : target.slice(0, at);
}
