import { createServer, type Server as HttpServer } from "node:http";
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";
import type { Certificate } from "./certificate";
import { answerClientError } from "./client-error";
import { type Incoming, isHttp2, type Outgoing } from "./incoming";
import {
  HEADERS_TIMEOUT,
  HTTP_LIMITS,
  HTTP2_LIMITS,
  KEEP_ALIVE_TIMEOUT,
  MAX_CONNECTIONS,
  MAX_REQUESTS_PER_CONNECTION,
} from "./limits";

/** Answers requests of either protocol version. */
export type Handler = (incoming: Incoming, out: Outgoing) => void;

/** A server that can be ended. */
export interface Closable<S> {
  readonly server: S;
  /** Lets requests under way end within `graceMilliseconds`, then ends every connection. */
  close(graceMilliseconds: number): Promise<void>;
}

/** How often a server that ends looks for connections that nothing is under way on any more. */
const IDLE_CHECK_MILLISECONDS = 20;

/** An HTTP/1.1 server with the limits of the preview. */
export function httpServer(handler: Handler): Closable<HttpServer> {
  const server = createServer(HTTP_LIMITS, endingConnections(handler));
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION;
  server.maxHeadersCount = 0;
  return closable(guarded(server), () => server.closeIdleConnections());
}

/** An HTTPS server for HTTP/2 and HTTP/1.1, as the viewer chooses. */
export function httpsServer(
  { key, cert }: Certificate,
  handler: Handler,
): Closable<Http2SecureServer> {
  const server = createSecureServer(
    {
      key,
      cert,
      allowHTTP1: true,
      minVersion: "TLSv1.2",
      handshakeTimeout: HEADERS_TIMEOUT,
      ...HTTP2_LIMITS,
    },
    endingConnections(handler),
  );
  // The options of HTTP/1.1 count only as properties here.
  Object.assign(server, HTTP_LIMITS, {
    maxRequestsPerSocket: MAX_REQUESTS_PER_CONNECTION,
    maxHeadersCount: 0,
  });
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.setTimeout(12 * KEEP_ALIVE_TIMEOUT, () => session.close());
    session.on("error", () => {}); // the viewer broke the protocol or off: the session is over
    session.on("close", () => sessions.delete(session));
  });
  return closable(guarded(server), () => {
    for (const session of sessions) session.close();
  });
}

/** Where a socket keeps how many requests it has had; a map beside it takes longer to ask. */
const REQUESTS = Symbol("requests");

/**
 * Closes a connection with the last response that it may have. Node announces that end but leaves the
 * connection open, and refuses with 503 what a viewer that goes on sends.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
function endingConnections(handler: Handler): Handler {
  return (incoming, out) => {
    if (!isHttp2(out)) {
      const socket: Socket & { [REQUESTS]?: number } = incoming.socket;
      const count = (socket[REQUESTS] ?? 0) + 1;
      socket[REQUESTS] = count;
      if (count === MAX_REQUESTS_PER_CONNECTION) out.shouldKeepAlive = false;
    }
    handler(incoming, out);
  };
}

function guarded<S extends HttpServer | Http2SecureServer>(server: S): S {
  server.maxConnections = MAX_CONNECTIONS;
  server.on("clientError", answerClientError);
  return server;
}

function closable<S extends HttpServer | Http2SecureServer>(
  server: S,
  closeIdle: () => void,
): Closable<S> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  return {
    server,
    close: (graceMilliseconds) =>
      new Promise((resolve) => {
        if (!server.listening) {
          resolve();
          return;
        }
        const destroyAll = (): void => {
          for (const socket of sockets) socket.destroy();
        };
        const timer = setTimeout(destroyAll, graceMilliseconds);
        // A connection whose response has just ended would else stay for the next request.
        const closer = setInterval(closeIdle, IDLE_CHECK_MILLISECONDS);
        server.close(() => {
          clearTimeout(timer);
          clearInterval(closer);
          resolve();
        });
        closeIdle();
      }),
  };
}
