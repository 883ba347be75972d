import { createServer } from "node:http";
import { readBody } from "../../../../preview/messages";
import { request } from "../support/exchange";
import { closeServers, listen } from "../support/listen";
import { API_HOST, closeHosts, emulate, restApi } from "../support/rest-stack";

afterAll(closeHosts);
afterAll(closeServers);

describe("a proxy of an HTTP endpoint", () => {
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]);
  const DAMAGED = Buffer.from(PNG.toString());
  const sent: Buffer[] = [];
  let port: number;
  beforeAll(async () => {
    port = await listen(
      createServer(async (incoming, out) => {
        for await (const chunk of incoming) sent.push(chunk);
        const type = incoming.url === "/text" ? "text/plain" : "image/png";
        out.writeHead(200, { "Content-Type": type });
        out.end(incoming.url === "/text" ? "grüße" : PNG);
      }),
    );
  });
  const ask = async (path: string, accept: string, types: string[], body = Buffer.alloc(0)) => {
    const integration = {
      type: "HTTP_PROXY",
      integration_http_method: "ANY",
      uri: `https://users.example.com${path}`,
    };
    const api = emulate(
      restApi([{ path, method: "POST", integration }], { api: { binary_media_types: types } }),
      { upstreams: { "users.example.com": `http://127.0.0.1:${port}` } },
    );
    const answer = await api.fetch(
      request(`/prod${path}`, {
        host: API_HOST,
        method: "POST",
        body,
        headers: [
          ["Accept", accept],
          ["Content-Type", "image/png"],
        ],
      }),
    );
    return { body: Buffer.from(await readBody(answer.body)), logs: api.logs };
  };

  it.each<[string, string, string[], Buffer]>([
    ["binary types name it", "image/png", ["image/png"], PNG],
    ["binary types name everything", "text/html,*/*", ["*/*"], PNG],
    ["no binary type names it", "image/png", [], DAMAGED],
    [
      "the client accepts another type first",
      "text/html,image/png",
      ["image/png"],
      Buffer.from(PNG.toString("base64")),
    ],
  ])("passes an image on as documented when %s", async (_, accept, types, expected) => {
    const { body, logs } = await ask("/image", accept, types);
    expect(body).toEqual(expected);
    expect(logs.some(({ text }) => text.includes("binary_media_types"))).toBe(
      !expected.equals(PNG),
    );
  });

  it("leaves text as it is", async () => {
    expect((await ask("/text", "text/plain", [])).body.toString()).toBe("grüße");
  });

  it.each<[string[], Buffer]>([
    [["image/png"], PNG],
    [[], DAMAGED],
  ])("hands an image to its endpoint with the binary types %j", async (types, expected) => {
    sent.length = 0;
    await ask("/text", "text/plain", types, PNG);
    expect(Buffer.concat(sent)).toEqual(expected);
  });
});
