import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { API_HOST, closeHosts, emulate } from "../support/rest-stack";

afterAll(closeHosts);

const api = emulate(
  httpApi([{ key: "POST /users" }], {
    api: {
      cors_configuration: [
        {
          allow_origins: ["https://app.example.com"],
          allow_methods: ["POST"],
          allow_headers: ["content-type"],
          allow_credentials: true,
          expose_headers: ["x-total"],
          max_age: 300,
        },
      ],
    },
  }),
);
const ask = (method: string, headers: readonly (readonly [string, string])[], body = "") =>
  read(api.fetch(request("/users", { host: API_HOST, method, headers, body })));
const ORIGIN = ["Origin", "https://app.example.com"] as const;
const PREFLIGHT = ["Access-Control-Request-Method", "POST"] as const;

describe("a CORS configuration", () => {
  it("answers preflights without a route", async () => {
    const answer = await ask("OPTIONS", [ORIGIN, PREFLIGHT]);
    expect(answer).toMatchObject({ status: 204, text: "" });
    expect(answer.header("access-control-allow-origin")).toBe("https://app.example.com");
    expect(answer.header("access-control-allow-methods")).toBe("POST");
    expect(answer.header("access-control-allow-headers")).toBe("content-type");
    expect(answer.header("access-control-allow-credentials")).toBe("true");
    expect(answer.header("access-control-max-age")).toBe("300");
  });

  it("allows no other origin", async () => {
    const answer = await ask("OPTIONS", [["Origin", "https://evil.example"], PREFLIGHT]);
    expect(answer.status).toBe(204);
    expect(answer.header("access-control-allow-origin")).toBeUndefined();
  });

  it("replaces the integration's own CORS headers", async () => {
    const result = { statusCode: 200, headers: { "Access-Control-Allow-Origin": "*", "X-A": "1" } };
    const answer = await ask(
      "POST",
      [ORIGIN, ["Content-Type", "text/plain"]],
      `return:${JSON.stringify(result)}`,
    );
    expect(answer.values("access-control-allow-origin")).toEqual(["https://app.example.com"]);
    expect(answer.header("access-control-expose-headers")).toBe("x-total");
    expect(answer.header("x-a")).toBe("1");
  });

  it("adds nothing without Origin", async () => {
    const answer = await ask("POST", []);
    expect(answer.names.filter((name) => /access-control/i.test(name))).toEqual([]);
  });
});
