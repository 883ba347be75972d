// An origin that answers with whatever bytes a test wants, and keeps every byte that it gets.
import { createServer, type Socket } from "node:net";
import { listening } from "./listening";

/** A running raw origin. */
export interface RawOrigin {
  readonly url: string;
  readonly port: number;
  /** All that came, connection by connection. */
  readonly received: string[];
  close(): Promise<void>;
}

/** What an origin does with a connection on which something came: `path` is that of the last request. */
export type RawAnswer = (socket: Socket, path: string) => void;

/** Starts an origin. */
export async function startRawOrigin(answer: RawAnswer): Promise<RawOrigin> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const index = received.push("") - 1;
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      const text = chunk.toString("latin1");
      received[index] += text;
      const path = /^[A-Z]+ (\S+) HTTP\/1\.1\r\n/.exec(text)?.[1];
      if (path !== undefined) answer(socket, path);
    });
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A whole answer of status 200. */
export function plainAnswer(body: string): string {
  return `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}
