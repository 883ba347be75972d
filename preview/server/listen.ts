import type { Server } from "node:net";

/** A port that a server should listen on. */
export interface WantedPort {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Whether another one will do when this one is taken. */
  readonly orFree: boolean;
}

/**
 * Starts listening and tells the port.
 *
 * @throws when the port is taken and no other one will do
 */
export async function listen(server: Server, wanted: WantedPort): Promise<number> {
  const { host, port, orFree } = wanted;
  try {
    return await listenOn(server, host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (orFree && (code === "EADDRINUSE" || code === "EACCES")) return listenOn(server, host, 0);
    throw new Error(
      code === "EADDRINUSE"
        ? `port ${port} is taken; name another one, or none to let one be chosen`
        : `cannot listen on ${host}:${port} (${code ?? (error as Error).message})`,
    );
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
