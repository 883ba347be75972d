// A viewer that costs little, so that what is measured is the server.
import { connect, type Socket } from "node:net";

/** One keep-alive connection that sends a request and waits for its response, again and again. */
export interface Viewer {
  /** Gets one response and tells its milliseconds. Opens a new connection when the last has ended. */
  get(path: string): Promise<number>;
  close(): void;
}

/** Connects to a server on loopback. Responses must announce their length and have status 200. */
export function viewer(port: number): Viewer {
  let socket: Socket | undefined;
  let onResponse = (_error?: Error): void => {};
  let missing = 0;
  let head = "";

  const receive = (chunk: Buffer): void => {
    if (missing > 0) missing -= chunk.length;
    else {
      head += chunk.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!head.startsWith("HTTP/1.1 200 ")) {
        onResponse(new Error(`got ${head}`));
        return;
      }
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
      missing = length - (head.length - end - 4);
      if (/\r\nconnection: close/i.test(head)) socket = undefined;
      head = "";
    }
    if (missing === 0) onResponse();
  };
  const open = (): Socket => {
    const opened = connect({ port, host: "127.0.0.1", noDelay: true });
    opened.on("data", receive);
    opened.on("error", (error) => onResponse(error));
    opened.on("close", () => {
      if (socket === opened) socket = undefined;
    });
    return opened;
  };
  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        const started = performance.now();
        onResponse = (error) =>
          error === undefined ? resolve(performance.now() - started) : reject(error);
        socket ??= open();
        socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: */*\r\n\r\n`);
      }),
    close: () => socket?.destroy(),
  };
}

/** Requests per second over some connections at once. `path` may make each request another one. */
export async function requestsPerSecond(
  port: number,
  path: () => string,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<number> {
  const viewers = Array.from({ length: connections }, () => viewer(port));
  const started = performance.now();
  const end = started + seconds * 1000;
  let count = 0;
  await Promise.all(
    viewers.map(async (one) => {
      while (performance.now() < end) {
        await one.get(path());
        count += 1;
      }
    }),
  );
  for (const one of viewers) one.close();
  return (count * 1000) / (performance.now() - started);
}
