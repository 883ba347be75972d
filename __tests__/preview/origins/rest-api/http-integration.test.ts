import { createServer } from "node:http";
import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { closeServers, listen } from "../support/listen";
import { API_HOST, closeHosts, emulate, restApi } from "../support/rest-stack";

afterAll(closeHosts);
afterAll(closeServers);

describe("an HTTP integration with mappings", () => {
  let port: number;
  beforeAll(async () => {
    port = await listen(
      createServer(async (incoming, out) => {
        let body = "";
        for await (const chunk of incoming) body += chunk;
        out.statusCode = incoming.url?.startsWith("/v1/gone") === true ? 404 : 200;
        out.setHeader("X-Inner", "in");
        out.end(JSON.stringify({ method: incoming.method, url: incoming.url, body }));
      }),
    );
  });

  const integration = {
    type: "HTTP",
    integration_http_method: "POST",
    uri: "https://users.example.com/v1/{id}",
    request_parameters: {
      "integration.request.path.id": "method.request.path.id",
      "integration.request.querystring.size": "method.request.querystring.n",
    },
    request_templates: { "application/json": '{"name": $input.json("$.n")}' },
  };
  const responses: Block[] = [
    {
      status_code: "200",
      response_parameters: {
        "method.response.header.X-Outer": "integration.response.header.X-Inner",
      },
    },
    {
      status_code: "410",
      selection_pattern: "4\\d{2}",
      response_templates: { "application/json": '{"was": $input.json("$.url")}' },
    },
  ];
  const ask = (target: string, changes: Block = {}, body = '{"n":"Ann"}') => {
    const api = emulate(
      restApi([
        {
          path: "/users/{id}",
          method: "PUT",
          integration: { ...integration, ...changes },
          responses,
        },
      ]),
      { upstreams: { "users.example.com": `http://127.0.0.1:${port}` } },
    );
    const headers = [["Content-Type", "application/json"]] as const;
    return read(api.fetch(request(target, { host: API_HOST, method: "PUT", body, headers })));
  };

  it("sends what is mapped, and nothing else", async () => {
    const answer = await ask("/prod/users/7?n=5&other=1");
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      method: "POST",
      url: "/v1/7?size=5",
      body: '{"name": "Ann"}',
    });
    expect(answer.header("x-outer")).toBe("in");
    expect(answer.header("x-inner")).toBeUndefined();
  });

  it("sends the body as it came without a template", async () => {
    const answer = await ask("/prod/users/7", { request_templates: {} });
    expect(JSON.parse(answer.text).body).toBe('{"n":"Ann"}');
  });

  it("picks the response by the endpoint's status", async () => {
    const answer = await ask("/prod/users/gone");
    expect(answer).toMatchObject({ status: 410, text: '{"was": "/v1/gone"}' });
  });

  it("fails as a proxy does when the endpoint is not to be reached", async () => {
    const answer = await ask("/prod/users/7", { uri: "https://other.example.com/" });
    expect(answer.status).toBe(504);
  });
});

it.each(["HTTP", "HTTP_PROXY"])(
  "an %s integration fails when its endpoint breaks off its response",
  async (type) => {
    const port = await listen(
      createServer((_, out) => {
        out.setHeader("Content-Length", 100);
        out.write("part", () => out.destroy());
      }),
    );
    const integration = {
      type,
      integration_http_method: "GET",
      uri: "https://users.example.com/",
    };
    const api = emulate(restApi([{ path: "/users", method: "GET", integration }]), {
      upstreams: { "users.example.com": `http://127.0.0.1:${port}` },
    });
    const answer = await read(api.fetch(request("/prod/users", { host: API_HOST })));
    expect(answer).toMatchObject({
      status: 504,
      text: '{"message":"Network error communicating with endpoint"}',
    });
  },
);
