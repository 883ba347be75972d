import { mapPath } from "../../../../preview/origins/api/custom-domain";
import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const domain = (...basePaths: string[]) => ({
  name: "api.example.com",
  targets: [],
  mappings: basePaths.map((basePath) => ({ basePath, apiId: basePath, stage: "prod" })),
});

describe("a base path mapping", () => {
  it.each([
    ["/orders", "orders", "/"],
    ["/orders/5", "orders", "/5"],
    ["/ordersandmore", undefined, undefined],
    ["/Orders", undefined, undefined],
    ["/other", undefined, undefined],
  ])("of one level matches %s by whole parts: %s", (path, basePath, rest) => {
    const mapped = mapPath(domain("orders"), path);
    expect([mapped?.mapping.basePath, mapped?.path]).toEqual([basePath, rest]);
  });

  it.each([
    ["/orders", "orders", "/"],
    ["/ordersandmore", "orders", "/andmore"],
    ["/orders/v1", "orders/v1", "/"],
    ["/orders/v1/items", "orders/v1", "/items"],
    ["/orders/v2/items/5", "orders/v2/items", "/5"],
    ["/customers/5", "", "/customers/5"],
  ])("of several levels matches %s by the longest prefix: %s", (path, basePath, rest) => {
    const mapped = mapPath(domain("orders", "orders/v1", "orders/v2/items", ""), path);
    expect([mapped?.mapping.basePath, mapped?.path]).toEqual([basePath, rest]);
  });
});

describe("a custom domain of a REST API", () => {
  const stack = (base_path: string | null, stage_name: string | null = "prod", more = {}) =>
    emulate(
      restApi([{ path: "/users", method: "GET" }], {
        more: {
          aws_api_gateway_domain_name: {
            d: {
              id: "api.example.com",
              domain_name: "API.example.com",
              regional_domain_name: "d-1.execute-api.eu-west-1.amazonaws.com",
              cloudfront_domain_name: "d9.cloudfront.net",
            },
          },
          aws_api_gateway_base_path_mapping: {
            m: { domain_name: "api.example.com", api_id: "abc123", base_path, stage_name },
          },
          ...more,
        },
      }),
    );
  const ask = (
    api: ReturnType<typeof emulate>,
    target: string,
    host = "api.example.com",
    via = host,
  ) => {
    const fetch = api.hosts.fetchFor(via);
    if (fetch === undefined) throw new Error(`no host ${via}`);
    return read(fetch(request(target, { host })));
  };

  it("strips the mapped base path for routing and keeps it in the event's path", async () => {
    const answer = await ask(stack("default"), "/default/users");
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      resource: "/users",
      path: "/default/users",
      requestContext: {
        path: "/default/users",
        stage: "prod",
        domainName: "api.example.com",
        domainPrefix: "api",
      },
    });
  });

  it("answers the stage in the path with Missing Authentication Token", async () => {
    expect(await ask(stack("default"), "/default/prod/users")).toMatchObject({
      status: 403,
      text: '{"message":"Missing Authentication Token"}',
    });
  });

  it("answers an unmapped base path with Forbidden", async () => {
    expect(await ask(stack("default"), "/users")).toMatchObject({
      status: 403,
      text: '{"message":"Forbidden"}',
    });
  });

  it("may be a wildcard, beside which a name of its own wins", async () => {
    const name = (domain_name: string) => ({ id: domain_name, domain_name });
    const mapping = (domain_name: string, base_path: string) => ({
      domain_name,
      api_id: "abc123",
      base_path,
      stage_name: "prod",
    });
    const api = stack("default", "prod", {
      aws_api_gateway_domain_name: { any: name("*.example.com"), own: name("own.example.com") },
      aws_api_gateway_base_path_mapping: {
        any: mapping("*.example.com", "any"),
        own: mapping("own.example.com", "own"),
      },
    });
    const answer = await ask(api, "/any/users", "shop.example.com");
    expect(JSON.parse(answer.text).requestContext).toMatchObject({
      domainName: "shop.example.com",
      domainPrefix: "shop",
    });
    expect((await ask(api, "/any/users", "own.example.com")).status).toBe(403);
    expect((await ask(api, "/own/users", "own.example.com")).status).toBe(200);
    expect(api.hosts.isHttpsOnly("shop.example.com")).toBe(true);
    expect(api.hosts.fetchFor("a.b.example.com")).toBeUndefined();
    expect(api.hosts.fetchFor("example.com")).toBeUndefined();
  });

  it("may map everything", async () => {
    expect((await ask(stack(null), "/users")).status).toBe(200);
  });

  it("may leave the stage in the path", async () => {
    expect((await ask(stack("v1", null), "/v1/prod/users")).status).toBe(200);
  });

  it.each(["d-1.execute-api.eu-west-1.amazonaws.com", "d9.cloudfront.net"])(
    "is reached through %s by a Host of its own name only",
    async (via) => {
      expect((await ask(stack("default"), "/default/users", "api.example.com", via)).status).toBe(
        200,
      );
      expect((await ask(stack("default"), "/default/users", via, via)).status).toBe(403);
    },
  );

  it("gets header names in lower case when a base path has several levels", async () => {
    const api = stack("v1/x");
    const fetch = api.hosts.fetchFor("api.example.com");
    const answer = await fetch?.(
      request("/v1/x/users", { host: "api.example.com", headers: [["X-Case", "1"]] }),
    );
    if (answer === undefined) throw new Error("no answer");
    expect(JSON.parse((await read(answer)).text).headers).toHaveProperty("x-case", "1");
  });

  it.each(["/ping", "/sping"])("keeps %s for health checks", async (path) => {
    expect((await ask(stack(null), path)).text).toBe("healthy");
  });

  it("leaves the API's own host as it is", async () => {
    expect((await ask(stack("default"), "/prod/users", API_HOST)).status).toBe(200);
  });
});
