import type { AddressInfo, Server, Socket } from "node:net";

const open = new Map<Server, Set<Socket>>();

/** Starts a server on a free loopback port; {@link closeServers} stops it. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  open.set(server, sockets);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Stops every server of this test file, with its connections. */
export async function closeServers(): Promise<void> {
  await Promise.all(
    [...open].map(([server, sockets]) => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      return closed;
    }),
  );
  open.clear();
}
