import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { isIP } from "node:net";
import type { Cancellation } from "../cancellation";
import type { Origin } from "../edge-model";
import {
  type EdgeRequest,
  type EdgeResponse,
  type Fetch,
  headerList,
  OriginFailure,
} from "../messages";
import { nextTurn } from "../next-turn";
import { hostOf } from "./host-name";
import { chainCheck } from "./http/chain-order";
import { endToEnd } from "./http/hop-by-hop";
import { responseBody } from "./http/response-body";
import { isBlockedAddress } from "./http/safe-lookup";
import { AttemptFailure, send, type Target } from "./http/send";
import { originContext } from "./http/tls-settings";
import { readUpstream } from "./http/upstream-url";

/** What CloudFront knows of a custom origin; see `custom_origin_config`. */
export type HttpOriginSettings = Pick<
  Origin,
  | "id"
  | "domainName"
  | "sslProtocols"
  | "connectionAttempts"
  | "connectionTimeoutSeconds"
  | "readTimeoutSeconds"
  | "keepaliveTimeoutSeconds"
  | "serverName"
  | "allowedCertificateNames"
>;

/** Options of {@link httpOrigin}. */
export interface HttpOriginOptions {
  readonly origin: HttpOriginSettings;
  /**
   * Where the origin really runs, such as `https://127.0.0.1:8443`; its scheme decides the protocol.
   *
   * @default - nowhere: every request fails as a host that cannot be found
   */
  readonly url?: string;
  /**
   * Certificates in PEM that are trusted beside the public authorities.
   *
   * @default - none
   */
  readonly ca?: string;
}

/** A custom origin, with its idle connections. */
export type HttpOrigin = Fetch & { close(): void };

/**
 * A load balancer or any other HTTP host, as CloudFront reaches it: connections are kept alive and
 * tried again, redirects are passed on, certificates are checked whatever the environment says.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function httpOrigin({ origin, url, ca = "" }: HttpOriginOptions): HttpOrigin {
  if (url === undefined) return unmapped(origin);
  const upstream = readUpstream(url);
  const isTls = upstream.protocol === "https";
  const agent = new (isTls ? HttpsAgent : HttpAgent)({
    keepAlive: true,
    // Ends connections that are idle for so long; those in use have timers of their own.
    timeout: origin.keepaliveTimeoutSeconds * 1000,
    maxFreeSockets: 64,
    scheduling: "lifo",
    ...(isTls ? { maxCachedSessions: 0 } : {}),
  });
  const target: Target = {
    upstream,
    agent,
    secureContext: isTls ? originContext(origin.sslProtocols, ca) : undefined,
    domainName: origin.domainName,
    allowedCertificateNames: origin.allowedCertificateNames,
    connectionTimeoutSeconds: origin.connectionTimeoutSeconds,
    readTimeoutSeconds: origin.readTimeoutSeconds,
  };
  const isBlocked = isBlockedAddress(upstream.hostname);
  const checkChain = isTls ? chainCheck(upstream, origin) : async () => {};
  const fetch: Fetch = async (request, cancellation, deadline) => {
    if (isBlocked) {
      throw new OriginFailure("dns", `the preview does not connect to ${upstream.hostname}`);
    }
    return ask(target, checkChain, origin, request, cancellation, deadline);
  };
  return Object.assign(fetch, { close: () => agent.destroy() });
}

const EMPTY = new Uint8Array();

async function ask(
  target: Target,
  checkChain: (serverName: string) => Promise<void>,
  origin: HttpOriginSettings,
  request: EdgeRequest,
  cancellation: Cancellation | undefined,
  deadline: number | undefined,
): Promise<EdgeResponse> {
  const host = hostOf(request);
  const serverName =
    origin.serverName ?? (host === "" || isIP(host) !== 0 ? origin.domainName : host);
  const limits = {
    readTimeoutSeconds: origin.readTimeoutSeconds,
    ...(deadline === undefined ? {} : { completionDeadline: deadline }),
  };
  let failures = 0;
  while (true) {
    try {
      await checkChain(serverName);
      // Requests that came together leave together: their origin wakes up once for all of them.
      await nextTurn();
      const arrival = await send(target, request, serverName, cancellation);
      const { incoming } = arrival;
      const status = incoming.statusCode ?? 502;
      const isEmpty = request.method === "HEAD" || status === 204 || status === 304;
      if (isEmpty) incoming.resume();
      return {
        status,
        ...(incoming.statusMessage === undefined ? {} : { statusText: incoming.statusMessage }),
        headers: endToEnd(headerList(incoming.rawHeaders)),
        body: isEmpty ? EMPTY : responseBody(arrival, `origin ${origin.domainName}`, limits),
      };
    } catch (error) {
      if (!(error instanceof AttemptFailure)) throw error;
      if (!error.onStaleConnection) failures += 1;
      const mayRetry = failures < origin.connectionAttempts && cancellation?.isCancelled !== true;
      if (!mayRetry || !isWorthRetrying(error, request.method)) throw error.failure;
    }
  }
}

/** Connections are tried again for every method, a request that was sent only for GET and HEAD. */
function isWorthRetrying(error: AttemptFailure, method: string): boolean {
  const { reason } = error.failure;
  if (reason === "dns" || reason === "tls") return false;
  if (error.beforeSending) return true;
  if (method === "GET" || method === "HEAD")
    return reason === "response-timeout" || error.onStaleConnection;
  return error.onStaleConnection && method !== "POST" && method !== "PATCH";
}

function unmapped({ id, domainName }: HttpOriginSettings): HttpOrigin {
  const fetch: Fetch = async () => {
    throw new OriginFailure(
      "dns",
      `origin "${id}" is ${domainName}, which the stack does not define; say where it runs with --origin ${id}=URL`,
    );
  };
  return Object.assign(fetch, { close: () => {} });
}
