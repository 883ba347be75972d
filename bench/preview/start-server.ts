import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A server in a process of its own. */
export interface Server {
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts `node` with arguments that depend on a free port, and waits until it takes connections. */
export async function startServer(args: (port: number) => readonly string[]): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, args(port), { stdio: ["ignore", "ignore", "inherit"] });
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null) throw new Error(`${args(port).join(" ")} ended at its start`);
    await sleep(20);
  }
  return {
    port,
    process: child,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

/** A server that answers every request with so many bytes. */
export function startBareServer(bytes: number): Promise<Server> {
  return startServer((port) => ["bench/preview/bare-server.mjs", String(port), String(bytes)]);
}

/** The preview as `npm start` runs it, with inspector and a line for each request, before an origin. */
export function startPreview(origin: Server): Promise<Server> {
  return startServer((port) => [
    ...["cli/bundled.mjs", "preview", "--config", "bench/preview/distribution.tf.json"],
    ...["--origin", `app=http://127.0.0.1:${origin.port}`, "--no-watch"],
    ...["--port", String(port), "--https-port", "0"],
  ]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (isOpen: boolean): void => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.on("connect", () => end(true));
    socket.on("error", () => end(false));
  });
}
