// The ports of one preview. They stay the same when another session takes over.
import type { Server } from "node:net";
import { compileHostCheck, hostName, LOOPBACK_HOSTS } from "../pipeline/host";
import type { LiveSession } from "../session/live-session";
import type { Certificate } from "./certificate";
import type { TrustedOrigins } from "./foreign-origin";
import { type HostProblem, hostProblem, localHostProblem } from "./host-header";
import { listen } from "./listen";
import { type Closable, httpServer, httpsServer } from "./servers";
import { viewerHandler } from "./viewer-handler";

/** Settings of the ports. */
export interface PortsOptions {
  /** The address to listen on. @default "127.0.0.1" */
  readonly host?: string;
  /** HTTP port of the distribution; it must be free. @default 8080, or any free one */
  readonly port?: number;
  /** HTTPS port of the distribution; it must be free. @default 8443, or any free one */
  readonly httpsPort?: number;
  /** Milliseconds that each request waits, as if it came from far away. @default 0 */
  readonly delay?: number;
  /** Origins of pages that may change something, such as `http://localhost:3000`. @default - none */
  readonly allowedOrigins?: readonly string[];
  /** Takes errors of the preview itself. @default - they are dropped */
  readonly onError?: (error: unknown) => void;
}

/** What the viewers see. */
export interface Ports {
  /** Opens a port for an API's host, or tells the one that it has. */
  apiUrl(host: string): Promise<string>;
  /** `localhost:8443` for `localhost:8080`. */
  httpsAuthority(hostHeader: string): string;
  /** Opens the distribution's ports. */
  open(live: LiveSession, certificate: Certificate): Promise<Urls>;
  /** Stops listening; requests under way get a moment to end. */
  close(graceMilliseconds: number): Promise<void>;
}

/** Where the distribution answers. */
export interface Urls {
  readonly http: string;
  readonly https: string;
}

/** Prepares the ports of a preview; none is open yet. */
export function createPorts(options: PortsOptions): Ports {
  const { host = "127.0.0.1", delay = 0, allowedOrigins = [], onError = () => {} } = options;
  const names = LOOPBACK_HOSTS.includes(host) ? LOOPBACK_HOSTS : [...LOOPBACK_HOSTS, host];
  const opened: Closable<Server>[] = [];
  const apis = new Map<string, Promise<string>>();
  const ports = new Set<number>();
  let httpsPort: number | undefined;
  let live: LiveSession | undefined;
  let isClosed = false;
  let isOwnName = (name: string): boolean => names.includes(name);

  const trusted = (): TrustedOrigins => ({ isOwnHost: isOwnName, ports, allowed: allowedOrigins });
  const session = (): LiveSession => {
    if (live === undefined) throw new Error("the preview is still starting");
    return live;
  };
  /** A port whose number the handler learns once it is open. */
  const openPort = async <S extends Server>(
    make: (port: () => number) => Closable<S>,
    wanted: number,
    orFree: boolean,
  ): Promise<number> => {
    let port = 0;
    const made = make(() => port);
    port = await listen(made.server, { host, port: wanted, orFree });
    if (isClosed) {
      await made.close(0);
      throw new Error("the preview has ended");
    }
    opened.push(made);
    ports.add(port);
    return port;
  };
  const handler = (
    port: () => number,
    check: (hosts: readonly string[], port: number) => HostProblem | undefined,
    answer: Parameters<typeof viewerHandler>[0]["answer"],
  ) =>
    viewerHandler({ checkHost: (hosts) => check(hosts, port()), trusted, delay, onError, answer });

  const openApi = async (apiHost: string): Promise<string> => {
    const make = (port: () => number) =>
      httpServer(
        handler(
          port,
          (hosts, at) => localHostProblem(hosts, at, names),
          (request, respond) =>
            session().use((current) => {
              // API Gateway answers over HTTPS only; the local port stands for it.
              const answer = current.answerApi(apiHost, { ...request, protocol: "https" });
              return respond(answer ?? Promise.reject(new Error(`no API at ${apiHost}`)));
            }),
        ),
      );
    return `http://localhost:${await openPort(make, 0, true)}`;
  };

  return {
    apiUrl(apiHost) {
      const known = apis.get(apiHost) ?? openApi(apiHost);
      apis.set(apiHost, known);
      return known;
    },
    httpsAuthority: (hostHeader) => `${hostName(hostHeader)}:${httpsPort ?? 443}`,
    async open(opening, certificate) {
      live = opening;
      isOwnName = (name) => names.includes(name) || ownAlias(opening, name);
      const answer: Parameters<typeof handler>[2] = (request, respond) =>
        opening.use((current) => respond(current.answer(request)));
      const http = await openPort(
        (port) => httpServer(handler(port, hostProblem, answer)),
        options.port ?? 8080,
        options.port === undefined,
      );
      httpsPort = await openPort(
        (port) => httpsServer(certificate, handler(port, hostProblem, answer)),
        options.httpsPort ?? 8443,
        options.httpsPort === undefined,
      );
      return { http: `http://localhost:${http}`, https: `https://localhost:${httpsPort}` };
    },
    async close(graceMilliseconds) {
      isClosed = true;
      await Promise.all(opened.map((one) => one.close(graceMilliseconds)));
    },
  };
}

function ownAlias({ current }: LiveSession, name: string): boolean {
  return compileHostCheck("", current.model.aliases, [])(name) !== undefined;
}
