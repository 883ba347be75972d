import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { startInspector } from "../../../preview/inspector/start-inspector";
import { inspectedEdge } from "./inspected-edge";

it("streams requests to a page as they come, and ends with the inspector", async () => {
  const { feed, send } = inspectedEdge();
  const inspector = await startInspector(feed);
  expect(inspector.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const response = await fetch(`${inspector.url}events`);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async (): Promise<string> =>
    Buffer.from((await reader.read()).value ?? []).toString();
  expect(await next()).toContain("event: hello");
  await send("/first");
  expect(await next()).toContain('"path":"/first"');
  const rest = next();
  await inspector.close();
  expect(await rest).toBe("");
});

it("refuses another Host and serves its page", async () => {
  const inspector = await startInspector(inspectedEdge().feed);
  const page = await fetch(inspector.url);
  expect(await page.text()).toContain("<title>Inspector, one-origin</title>");
  const { port } = new URL(inspector.url);
  const status = await new Promise<number | undefined>((resolve) => {
    const headers = { Host: `evil.example:${port}` };
    request({ host: "127.0.0.1", port, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(421);
  await inspector.close();
});

it("says that a port is taken, unless another one will do", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const { feed, events } = inspectedEdge();
  await expect(startInspector(feed, { port, orFree: false })).rejects.toThrow(
    `port ${port} is taken`,
  );
  expect(events.hasListeners()).toBe(false);
  const inspector = await startInspector(feed, { port });
  expect(new URL(inspector.url).port).not.toBe(String(port));
  await inspector.close();
  other.close();
});
