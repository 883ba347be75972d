import type { EdgeResponse, HeaderList } from "../../../preview/messages";
import { readBody } from "../../../preview/messages";
import { request, testEdge } from "../../support/edge";

async function* chunks(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function* breaking(part: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(part);
  throw new Error("the origin died");
}

const streamed = (body: AsyncIterable<Uint8Array>, headers: HeaderList = []): EdgeResponse => ({
  status: 200,
  headers,
  body,
});

describe("a streamed body", () => {
  it("without a length reaches the viewer as it comes, and the cache when it is complete", async () => {
    const site = testEdge({}, () => streamed(chunks("a", "b")));
    expect((await site.get("/a")).body).toBe("ab");
    const hit = await site.get("/a");
    expect([hit.body, hit.xCache]).toEqual(["ab", "Hit from cloudfront"]);
  });

  it("with a length is kept", async () => {
    const site = testEdge({}, () => streamed(chunks("a", "b"), [["Content-Length", "2"]]));
    expect((await site.get("/a")).body).toBe("ab");
    expect((await site.get("/a")).xCache).toBe("Hit from cloudfront");
  });

  it.each([
    ["breaks off, with a length", () => streamed(breaking("a"), [["Content-Length", "9"]])],
    ["breaks off, without a length", () => streamed(breaking("a"))],
    ["is shorter than announced", () => streamed(chunks("a"), [["Content-Length", "9"]])],
  ])("that %s is relayed and not kept", async (_, answer) => {
    const site = testEdge({}, answer);
    const { response } = await site.edge(request("/a"));
    const got: string[] = [];
    await expect(
      (async () => {
        for await (const chunk of response.body as AsyncIterable<Uint8Array>)
          got.push(Buffer.from(chunk).toString());
      })(),
    ).rejects.toThrow();
    expect(got).toEqual(["a"]);
    await site.edge(request("/a"));
    expect(site.asked).toHaveLength(2);
  });

  it("of an uncached method passes without being read", async () => {
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.from("x");
    };
    const site = testEdge({}, () => streamed(endless(), [["Content-Type", "text/event-stream"]]));
    const { response } = await site.edge(request("/a", { method: "POST" }));
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      expect(chunk).toHaveLength(1);
      break;
    }
  });

  it("that a viewer leaves before its end is not kept", async () => {
    const site = testEdge({}, () => streamed(chunks("a", "b", "c")));
    const { response } = await site.edge(request("/a"));
    for await (const _ of response.body as AsyncIterable<Uint8Array>) break;
    const again = await site.edge(request("/a"));
    expect(Buffer.from(await readBody(again.response.body)).toString()).toBe("abc");
    expect(site.asked).toHaveLength(2);
  });
});
