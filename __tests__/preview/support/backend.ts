// A backend that misbehaves on request, and that records what reaches it.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A running backend. */
export interface Backend {
  readonly url: string;
  /** `METHOD target` of each request. */
  readonly asked: string[];
  /** Connections of viewers that went away while it was sending. */
  readonly aborted: string[];
  close(): Promise<void>;
}

/** Starts a backend on a free port. */
export async function startBackend(): Promise<Backend> {
  const asked: string[] = [];
  const aborted: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = request.url ?? "";
    response.on("close", () => {
      if (!response.writableFinished) aborted.push(path);
    });
    if (path.endsWith("/die")) {
      response.writeHead(200, { "content-length": "1000" });
      response.write("half");
      setTimeout(() => request.socket.destroy(), 20);
    } else if (path.endsWith("/die-chunked")) {
      response.write("half");
      setTimeout(() => request.socket.destroy(), 20);
    } else if (path.endsWith("/endless")) {
      const timer = setInterval(() => response.write("x".repeat(1000)), 5);
      response.on("close", () => clearInterval(timer));
    } else if (path.endsWith("/slow-stream")) {
      response.write("first ");
      setTimeout(() => response.end("second"), 100);
    } else if (path.endsWith("/cookies")) {
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.end();
    } else if (path.endsWith("/doubled")) {
      const names = ["X-Content-Type-Options", "Content-Language", "X-Other"];
      for (const name of names) response.setHeader(name, ["a", "b"]);
      response.setHeader("Content-Disposition", Buffer.from("filename=é").toString("latin1"));
      response.end();
    } else {
      echo(request).then(
        (body) => response.end(body),
        () => response.destroy(), // the viewer, or the edge, took its request back
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    aborted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function echo(request: IncomingMessage): Promise<string> {
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length;
  return `${request.method} ${request.url} ${bytes}`;
}
