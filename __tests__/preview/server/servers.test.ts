import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { localCertificate } from "../../../preview/server/certificate";
import { httpServer, httpsServer } from "../../../preview/server/servers";
import { sendRaw } from "../support/viewer";

it("a connection ends with its 1,000th response (V7)", async () => {
  const { server, close } = httpServer((_incoming, out) => out.end("fine"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await sendRaw(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1001), {
    responses: 1001,
  });
  await close(0);
  const statuses = answer.match(/HTTP\/1\.1 \d+/g) ?? [];
  expect(statuses).toHaveLength(1000);
  expect(new Set(statuses)).toEqual(new Set(["HTTP/1.1 200"]));
  expect(answer.match(/^Connection: close\r$/gm)).toHaveLength(1);
});

it("a viewer has 10 s for its headers and 30 s for its body, and an idle one 5 s (V7)", async () => {
  const certificate = await localCertificate([], undefined, Date.now());
  for (const { server } of [httpServer(() => {}), httpsServer(certificate, () => {})]) {
    expect(server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5000,
      maxConnections: 256,
    });
  }
});

it("a server that ends does not wait for a connection that could take another request", async () => {
  let answer = (): void => {};
  const { server, close } = httpServer((_incoming, out) => {
    answer = () => out.end("fine");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const asked = get({ host: "127.0.0.1", port, agent });
  await once(server, "request");
  const closed = close(600_000);
  answer();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  expect(await text(response)).toBe("fine");
  await closed;
});
