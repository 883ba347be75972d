import { createInspector } from "../../../preview/inspector/create-inspector";
import { type EdgeResponse, type HeaderList, headerOf, readBody } from "../../../preview/messages";
import { behavior, origin, response } from "../../support/edge";
import { inspectedEdge } from "./inspected-edge";

const OWN: HeaderList = [["Origin", "http://127.0.0.1:9090"]];

const setUp = () => {
  const inspected = inspectedEdge(
    {
      orderedBehaviors: [behavior({ pathPattern: "/api/*" })],
      origins: [origin({ customHeaders: [["X-Origin-Secret", "origin-secret"]] })],
    },
    () => response(200, [["Set-Cookie", "session=cookie-secret"]], "ok"),
  );
  const inspector = createInspector(inspected.feed);
  const ask = (target: string, method = "GET", headers: HeaderList = []): EdgeResponse =>
    inspector.answer({ method, target, headers: [["Host", "127.0.0.1:9090"], ...headers] }, 9090);
  const text = async (target: string): Promise<string> =>
    Buffer.from(await readBody(ask(target).body)).toString();
  return { ...inspected, inspector, ask, text };
};

it.each(["/", "/app.js", "/stack.json", "/exchanges/1.json", "/nothing"])(
  "sends %s with the headers that keep other pages out",
  async (target) => {
    const { ask, send } = setUp();
    await send("/");
    const { headers } = ask(target);
    expect(headerOf(headers, "content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headerOf(headers, "x-content-type-options")).toBe("nosniff");
    expect(headerOf(headers, "cross-origin-resource-policy")).toBe("same-origin");
    expect(headerOf(headers, "cache-control")).toBe("no-store");
    expect(headers.filter(([name]) => /^access-control-/i.test(name))).toEqual([]);
  },
);

it("tells the way of one request", async () => {
  const { send, text } = setUp();
  await send("/api/users");
  expect(JSON.parse(await text("/exchanges/1.json"))).toMatchObject({
    summary: { id: 1, behavior: "/api/*" },
    route: { behavior: "/api/*", origin: "app", asked: true },
    recorded: { id: 1 },
  });
});

it("lets no secret out, in no answer", async () => {
  const { send, text, ask, events } = setUp();
  await send("/api/users?access_token=query-secret", {
    headers: [
      ["Authorization", "Bearer bearer-secret"],
      ["Cookie", "session=cookie-secret"],
    ],
  });
  events.log({ address: "a", level: "info", text: "got /x?token=log-secret" });
  const stream = ask("/events").body as AsyncIterable<Uint8Array>;
  let streamed = "";
  for await (const chunk of stream) {
    streamed += Buffer.from(chunk).toString();
    if (streamed.includes("event: exchanges")) break;
  }
  const all = [await text("/stack.json"), await text("/exchanges/1.json"), streamed].join("\n");
  expect(all).not.toMatch(/query-secret|bearer-secret|cookie-secret|origin-secret|log-secret/);
  expect(all).toContain("access_token=***");
});

it("forgets the requests when its own page asks, and only then", async () => {
  const { send, ask } = setUp();
  await send("/");
  expect(ask("/clear", "POST").status).toBe(403);
  expect(ask("/clear", "POST", [["Origin", "null"]]).status).toBe(403);
  expect(ask("/exchanges/1.json").status).toBe(200);
  expect(ask("/other", "POST", OWN).status).toBe(404);
  expect(ask("/clear", "POST", OWN).status).toBe(204);
  expect(ask("/exchanges/1.json").status).toBe(404);
});

it.each(["/../package.json", "/%2e%2e/package.json", "/app.js/", "/index.html", "/exchanges/x"])(
  "has nothing at %s",
  (target) => {
    expect(setUp().ask(target).status).toBe(404);
  },
);

it("ends the streams of open pages when it closes, and stops listening", async () => {
  const { ask, inspector, events } = setUp();
  const stream = ask("/events").body as AsyncGenerator<Uint8Array>;
  await stream.next();
  const rest = stream.next();
  inspector.close();
  expect((await rest).done).toBe(true);
  expect(events.hasListeners()).toBe(false);
});

it("does not keep more pages than it can serve", async () => {
  const { ask, inspector } = setUp();
  for (let i = 0; i < 32; i++) {
    await (ask("/events").body as AsyncGenerator<Uint8Array>).next();
  }
  expect(ask("/events").status).toBe(503);
  inspector.close();
});

it("has room again as soon as a page has gone, though nothing happens", async () => {
  const { ask, inspector } = setUp();
  for (let i = 0; i < 100; i++) {
    const page = ask("/events").body as AsyncGenerator<Uint8Array>;
    await page.next();
    const waiting = page.next();
    void page.return(undefined);
    expect((await waiting).done).toBe(true);
  }
  expect(ask("/events").status).toBe(200);
  inspector.close();
});
