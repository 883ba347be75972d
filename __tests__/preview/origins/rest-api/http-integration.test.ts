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
        const { "x-a": a, "x-b": b, "x-both": both } = incoming.headers;
        out.end(JSON.stringify({ method: incoming.method, url: incoming.url, body, a, b, both }));
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
  const ask = (
    target: string,
    changes: Block = {},
    body = '{"n":"Ann"}',
    own: readonly Block[] = responses,
  ) => {
    const api = emulate(
      restApi([
        {
          path: "/users/{id}",
          method: "PUT",
          integration: { ...integration, ...changes },
          responses: own,
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

  it("maps each kind of source to the request", async () => {
    const answer = await ask("/prod/users/7?n=5&n=6&id=query", {
      request_parameters: {
        "integration.request.path.id": "method.request.body.n",
        "integration.request.querystring.all": "method.request.multivaluequerystring.n",
        "integration.request.header.X-A": "method.request.body.list[1]",
        "integration.request.header.X-B": "context.httpMethod",
        "integration.request.header.X-Both": "method.request.querystring.id",
      },
    });
    expect(JSON.parse(answer.text)).toMatchObject({
      url: "/v1/Ann?all=5&all=6",
      b: "PUT",
      both: "query",
    });
    const list = await ask(
      "/prod/users/7",
      { request_parameters: { "integration.request.header.X-A": "method.request.body.list[1]" } },
      '{"list":["x",{"y":1}]}',
    );
    expect(JSON.parse(list.text)).toMatchObject({ a: '{"y":1}' });
  });

  it("maps parts of the endpoint's body to headers", async () => {
    const answer = await ask("/prod/users/7", {}, undefined, [
      {
        status_code: "200",
        response_parameters: {
          "method.response.header.X-Url": "integration.response.body.url",
          "method.response.header.X-Inside": "integration.response.multivalueheader.X-Inner",
          "method.response.header.X-Fixed": "'fixed'",
        },
      },
    ]);
    expect(answer.header("x-url")).toBe("/v1/7");
    expect(answer.header("x-inside")).toBe("in");
    expect(answer.header("x-fixed")).toBe("fixed");
  });

  it("lets its templates override parameters, headers and the status", async () => {
    const answer = await ask(
      "/prod/users/7?n=5",
      {
        request_templates: {
          "application/json": `#set($context.requestOverride.header.X-A = "$input.params('n')!")
#set($context.requestOverride.querystring.size = "9")
#set($context.requestOverride.path.id = "8")
{}`,
        },
      },
      undefined,
      [
        {
          status_code: "200",
          response_templates: {
            "application/json": `#set($inputRoot = $input.path('$'))
#if($inputRoot.url.contains("/8"))
#set($context.responseOverride.status = 400)
#set($context.responseOverride.header.X-Why = "eight")
#end
$input.json("$")`,
          },
        },
      ],
    );
    expect(answer.status).toBe(400);
    expect(answer.header("x-why")).toBe("eight");
    expect(JSON.parse(answer.text)).toMatchObject({ url: "/v1/8?size=9", a: "5!" });
  });

  it.each(["(?i)4.*", "(?s)4.*"])("reads the flags of a Java pattern: %s", async (pattern) => {
    const answer = await ask("/prod/users/gone", {}, undefined, [
      { status_code: "200" },
      { status_code: "410", selection_pattern: pattern },
    ]);
    expect(answer.status).toBe(410);
  });

  it("takes the default response when a pattern cannot be read", async () => {
    const answer = await ask("/prod/users/gone", {}, undefined, [
      { status_code: "200" },
      { status_code: "410", selection_pattern: "4[" },
    ]);
    expect(answer.status).toBe(200);
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
