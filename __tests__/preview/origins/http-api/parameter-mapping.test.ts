import { createServer } from "node:http";
import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { closeServers, listen } from "../support/listen";
import { API_HOST, closeHosts, emulate } from "../support/rest-stack";

afterAll(closeHosts);
afterAll(closeServers);

let port: number;
beforeAll(async () => {
  port = await listen(
    createServer((incoming, out) => {
      out.statusCode = incoming.url?.includes("fail") === true ? 500 : 200;
      out.setHeader("X-Inner", "in");
      out.setHeader("Content-Type", "application/json");
      out.end(JSON.stringify({ url: incoming.url, headers: incoming.headers, code: "c1" }));
    }),
  );
});

type Options = Parameters<typeof request>[1];

async function ask(integration: Block, target: string, options: Options = {}) {
  const whole = {
    integration_type: "HTTP_PROXY",
    integration_method: "ANY",
    integration_uri: "https://users.example.com/v1",
    ...integration,
  };
  const api = emulate(
    httpApi([{ key: "ANY /{proxy+}", integration: whole }], {
      more: { aws_lambda_permission: {} },
    }),
    { upstreams: { "users.example.com": `http://127.0.0.1:${port}` } },
  );
  return read(api.fetch(request(target, { host: API_HOST, ...options })));
}

describe("request parameters", () => {
  const urlFor = async (request_parameters: Block, target: string, options: Options = {}) =>
    JSON.parse((await ask({ request_parameters }, target, options)).text).url;

  it.each([
    [{ "append:querystring.b": "2" }, "/x?a=1", "/v1?a=1&b=2"],
    [{ "append:querystring.a": "2" }, "/x?a=1", "/v1?a=1&a=2"],
    [{ "overwrite:querystring.a": "$request.path.proxy" }, "/x?a=1&c=3", "/v1?c=3&a=x"],
    [{ "remove:querystring.a": "''" }, "/x?a=1&A=2&a=3", "/v1?A=2"],
    [{ "overwrite:querystring.q": "$request.querystring.a" }, "/x?a=1&a=2", "/v1?a=1&a=2&q=1%2C2"],
    [
      { "overwrite:path": "/p/$request.path.proxy/${request.querystring.a}" },
      "/x?a=1",
      "/p/x/1?a=1",
    ],
  ])("%j sends %s as %s", async (mapping, target, url) => {
    expect(await urlFor(mapping, target)).toBe(url);
  });

  it("take values from a body of JSON", async () => {
    const mapping = {
      "overwrite:header.x-name": "$request.body.user.name",
      "overwrite:header.x-list": "${request.body.ids[1]}",
      "overwrite:header.x-none": "$request.body.none",
    };
    const body = JSON.stringify({ user: { name: "Ann" }, ids: [7, 8] });
    const answer = await ask({ request_parameters: mapping }, "/x", { method: "POST", body });
    expect(JSON.parse(answer.text).headers).toMatchObject({ "x-name": "Ann", "x-list": "8" });
    expect(JSON.parse(answer.text).headers["x-none"] ?? "").toBe("");
  });

  it("join a header's values by commas", async () => {
    const headers: [string, string][] = [
      ["X-Role", "a"],
      ["x-role", "b"],
    ];
    const mapping = { "overwrite:querystring.r": "$request.header.x-role" };
    expect(await urlFor(mapping, "/x", { headers })).toBe("/v1?r=a%2Cb");
  });
});

describe("response parameters", () => {
  const response_parameters: Block[] = [
    {
      status_code: "200",
      mappings: {
        "append:header.x-outer": "$response.header.x-inner",
        "overwrite:header.x-code": "code ${response.body.code} at $context.stage",
        "remove:header.x-inner": "''",
      },
    },
    { status_code: 500, mappings: { "overwrite:statuscode": "403" } },
  ];

  it("change headers of the responses with their status", async () => {
    const answer = await ask({ response_parameters }, "/x");
    expect(answer.status).toBe(200);
    expect(answer.header("x-outer")).toBe("in");
    expect(answer.header("x-code")).toBe("code c1 at $default");
    expect(answer.header("x-inner")).toBeUndefined();
  });

  it("change the status", async () => {
    const answer = await ask({ response_parameters }, "/x?fail");
    expect(answer.status).toBe(403);
    expect(answer.header("x-inner")).toBe("in");
  });

  it("may be written as one block", async () => {
    const [first] = response_parameters;
    const answer = await ask({ response_parameters: first as Block }, "/x");
    expect(answer.header("x-outer")).toBe("in");
  });
});
