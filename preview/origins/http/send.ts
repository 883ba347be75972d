import {
  type Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
} from "node:http";
import { request as httpsRequest } from "node:https";
import type { SecureContext, TLSSocket } from "node:tls";
import type { Cancellation } from "../../cancellation";
import { type EdgeRequest, OriginFailure } from "../../messages";
import { failureOf, type Phase } from "./failure-of";
import { upstreamHeaders } from "./hop-by-hop";
import { safeLookup } from "./safe-lookup";
import { nameProblem } from "./tls-settings";
import type { Upstream } from "./upstream-url";

/** One connection's settings. */
export interface Target {
  readonly upstream: Upstream;
  readonly agent: Agent;
  readonly secureContext: SecureContext | undefined;
  /** The name of the origin, in messages and in its certificate. */
  readonly domainName: string;
  /** Undefined: the certificate must name the domain or the server that is asked for. */
  readonly allowedCertificateNames: readonly string[] | undefined;
  readonly connectionTimeoutSeconds: number;
  readonly readTimeoutSeconds: number;
}

/** Why one attempt gave no response, and what is known for the decision over another. */
export class AttemptFailure extends Error {
  constructor(
    readonly failure: OriginFailure,
    /** Whether nothing of the request can have reached the origin. */
    readonly beforeSending: boolean,
    /** Whether an idle connection was used that the origin had just closed. */
    readonly onStaleConnection: boolean,
  ) {
    super(failure.message);
  }
}

/** A response whose head has come. */
export interface Arrival {
  readonly incoming: IncomingMessage;
  /**
   * What broke the connection since. A body without a length ends with its connection, and Node takes
   * one that broke for the end, too.
   */
  readonly breach: () => Error | undefined;
}

/**
 * Sends a request once and waits for the response's head.
 *
 * @throws {@link AttemptFailure}
 */
export function send(
  target: Target,
  request: EdgeRequest,
  serverName: string,
  cancellation?: Cancellation,
): Promise<Arrival> {
  return new Promise((resolve, reject) => {
    let phase: Phase = "connecting";
    const { upstream, domainName } = target;
    let outgoing: ClientRequest | undefined;
    const giveUp = (): void => {
      outgoing?.destroy(new OriginFailure("protocol", `origin ${domainName} was given up`));
    };
    let isSettled = false;
    let breach: Error | undefined;
    const settle = (): void => {
      isSettled = true;
      clearTimeout(timer);
      if (cancellation !== undefined) cancellation.onCancel = undefined;
    };
    const fail = (error: Error): void => {
      if (isSettled) {
        breach ??= error;
        return;
      }
      settle();
      const failure = failureOf(error, phase, `origin ${domainName}`);
      const stale = outgoing?.reusedSocket === true && phase === "waiting";
      reject(new AttemptFailure(failure, phase !== "waiting", stale && isReset(error)));
    };
    let timer: NodeJS.Timeout | undefined;
    try {
      outgoing = open(target, request, serverName);
    } catch (error) {
      phase = "waiting";
      return fail(error as Error);
    }
    const connected = (): void => {
      phase = "waiting";
      clearTimeout(timer);
      timer = setTimeout(() => {
        outgoing?.destroy(timeout("response-timeout", domainName, target.readTimeoutSeconds));
      }, target.readTimeoutSeconds * 1000);
    };
    outgoing.on("error", fail);
    let continues = 0;
    outgoing.on("continue", () => {
      continues += 1;
      if (continues === 1) return;
      // At once: the response may be in the same packet.
      fail(continuedTwice(domainName));
      outgoing?.destroy();
    });
    // Without a response so far there will be none: the origin may have switched protocols unasked.
    outgoing.on("close", () => {
      if (isSettled) return; // as every request does that got its response
      fail(new OriginFailure("protocol", `origin ${domainName} closed without a response`));
    });
    outgoing.on("response", (incoming) => {
      settle();
      resolve({ incoming, breach: () => breach });
    });
    outgoing.on("socket", (socket) => {
      if (outgoing?.reusedSocket === true) return connected();
      timer = setTimeout(() => {
        outgoing?.destroy(timeout("connect-timeout", domainName, target.connectionTimeoutSeconds));
      }, target.connectionTimeoutSeconds * 1000);
      if (upstream.protocol === "http") return void socket.once("connect", connected);
      socket.once("connect", () => {
        phase = "securing";
      });
      (socket as TLSSocket).once("secureConnect", connected);
    });
    if (cancellation?.isCancelled === true) return giveUp();
    if (cancellation !== undefined) cancellation.onCancel = giveUp;
    if (request.body.length === 0) outgoing.end();
    else outgoing.end(request.body);
  });
}

function open(
  { upstream, agent, secureContext, domainName, allowedCertificateNames }: Target,
  request: EdgeRequest,
  serverName: string,
): ClientRequest {
  const options = {
    host: upstream.hostname,
    port: upstream.port,
    method: request.method,
    path: request.query === "" ? request.path : `${request.path}?${request.query}`,
    headers: upstreamHeaders(request.headers, request.method, request.body.length),
    setHost: false,
    agent,
    lookup: safeLookup,
  };
  if (upstream.protocol === "http") return httpRequest(options);
  return httpsRequest({
    ...options,
    servername: serverName,
    rejectUnauthorized: true,
    ...(secureContext === undefined ? {} : { secureContext }),
    checkServerIdentity: (_host, certificate) =>
      nameProblem(allowedCertificateNames ?? [...new Set([domainName, serverName])], certificate),
  });
}

function timeout(
  reason: "connect-timeout" | "response-timeout",
  domainName: string,
  seconds: number,
): OriginFailure {
  const what = reason === "connect-timeout" ? "took no connection" : "sent nothing";
  return new OriginFailure(reason, `origin ${domainName} ${what} for ${seconds} s`);
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#Response100Continue */
function continuedTwice(domainName: string): OriginFailure {
  return new OriginFailure("protocol", `origin ${domainName} sent 100 Continue more than once`);
}

function isReset(error: NodeJS.ErrnoException): boolean {
  return error.code === "ECONNRESET" || error.code === "EPIPE";
}
