import { TerraformVariable } from "cdktf";
import { basicAuth, EdgeFunction, redirectHosts, spaFallback, stripPrefix } from "../../modules";
import { type EdgeStep, edgeCode } from "../../modules/private/edge-code";
import { resource, synthesize } from "../support/synth";

interface Request {
  uri: string;
  headers: Record<string, { value: string }>;
  rawQueryString: () => string;
}

type Handler = (event: { request: Request }) => Request & {
  statusCode?: number;
  headers: Record<string, { value: string }>;
};

const compile = (code: string) => new Function(`${code}; return handler;`)() as Handler;

const run = (steps: readonly EdgeStep[], uri: string, { host = "x", query = "" } = {}) =>
  compile(edgeCode("viewer-request", steps))({
    request: { uri, headers: { host: { value: host } }, rawQueryString: () => query },
  });

describe("spaFallback", () => {
  it.each(["/", "/deep/link", "/users/42/", "/v1.2/docs"])("loads the app for %s", (uri) => {
    expect(run([spaFallback()], uri).uri).toBe("/index.html");
  });

  it.each(["/app.js", "/assets/missing.css", "/.well-known/openid", "/favicon.ico"])(
    "leaves %s alone",
    (uri) => {
      expect(run([spaFallback()], uri).uri).toBe(uri);
    },
  );
});

describe("stripPrefix", () => {
  it.each([
    ["/api/users", "/users"],
    ["/api/", "/"],
    ["/api", "/"],
    ["/apiary", "/apiary"],
    ["/apiary/api/x", "/apiary/api/x"],
    ["/v1/api/x", "/v1/api/x"],
    ["/API/users", "/API/users"],
  ])("makes %s to %s", (uri, stripped) => {
    expect(run([stripPrefix("/api")], uri).uri).toBe(stripped);
  });

  it("takes a prefix of several segments", () => {
    expect(run([stripPrefix("/api/v1")], "/api/v1/users").uri).toBe("/users");
  });

  it.each(["api", "/api/", "/", "", "/api/*", "/a?"])("refuses the prefix %j", (prefix) => {
    expect(() => stripPrefix(prefix)).toThrow(
      `the prefix must start with "/", not end with it and hold no wildcard, got "${prefix}"`,
    );
  });
});

describe("redirectHosts", () => {
  const steps = [redirectHosts(["example.com", "*.old.example.com"], "www.example.com")];

  it("sends viewers of the other names to the first, with path and query", () => {
    const query = "q=a%20b&q=c";
    expect(run(steps, "/shop/a", { host: "example.com", query })).toEqual({
      statusCode: 301,
      statusDescription: "Moved Permanently",
      headers: { location: { value: "https://www.example.com/shop/a?q=a%20b&q=c" } },
    });
  });

  it("adds no question mark when there is no query", () => {
    expect(run(steps, "/", { host: "example.com" }).headers.location?.value).toBe(
      "https://www.example.com/",
    );
  });

  it.each(["a.old.example.com", "b.a.old.example.com"])("knows %s by its wildcard", (host) => {
    expect(run(steps, "/", { host }).statusCode).toBe(301);
  });

  it.each(["www.example.com", "d111111abcdef8.cloudfront.net", "old.example.com"])(
    "leaves %s alone",
    (host) => {
      expect(run(steps, "/a", { host })).toMatchObject({ uri: "/a" });
    },
  );

  it("never sends the first name to itself, even when a wildcard has it", () => {
    const wild = [redirectHosts(["*.example.com"], "www.example.com")];
    expect(run(wild, "/a", { host: "www.example.com" }).statusCode).toBeUndefined();
    expect(run(wild, "/a", { host: "shop.example.com" }).statusCode).toBe(301);
  });
});

describe("basicAuth", () => {
  const code = String(
    resource(
      synthesize((scope) => {
        const credentials = new TerraformVariable(scope, "credentials", { sensitive: true });
        const steps = [basicAuth(credentials.stringValue), spaFallback()];
        new EdgeFunction(scope, "edge", { functionName: "x", event: "viewer-request", steps });
      }),
      "aws_cloudfront_function.edge",
    ).code,
  );
  const ask = (authorization?: string) =>
    compile(code.replace("${var.credentials}", "dGVzdDpzZWNyZXQ="))({
      request: {
        uri: "/deep",
        headers: authorization === undefined ? {} : { authorization: { value: authorization } },
        rawQueryString: () => "",
      },
    });

  it("leaves the credentials to Terraform", () => {
    expect(code).toContain('var CREDENTIALS = "${var.credentials}";');
  });

  it("lets in who knows them, goes on with the next step and drops the header", () => {
    expect(ask("Basic dGVzdDpzZWNyZXQ=")).toMatchObject({ uri: "/index.html", headers: {} });
  });

  it.each([undefined, "Basic wrong", "dGVzdDpzZWNyZXQ=", "Bearer dGVzdDpzZWNyZXQ="])(
    "asks %s for them",
    (authorization) => {
      expect(ask(authorization)).toEqual({
        statusCode: 401,
        statusDescription: "Unauthorized",
        headers: { "www-authenticate": { value: 'Basic realm="private"' } },
      });
    },
  );

  it("refuses a literal, which would stand in the synthesized JSON", () => {
    expect(() => basicAuth("dGVzdDpzZWNyZXQ=")).toThrow(
      /must come from a sensitive Terraform variable or a parameter, not from a literal/,
    );
  });
});

describe("several steps", () => {
  it("run in their order: the redirect first, then the prefix", () => {
    const steps = [redirectHosts(["a.example.com"], "b.example.com"), stripPrefix("/api")];
    expect(run(steps, "/api/x", { host: "a.example.com" }).headers.location?.value).toBe(
      "https://b.example.com/api/x",
    );
    expect(run(steps, "/api/x", { host: "b.example.com" }).uri).toBe("/x");
  });

  it("run in their order: the prefix before the fallback", () => {
    expect(run([stripPrefix("/app"), spaFallback()], "/app/main.js").uri).toBe("/main.js");
    expect(run([stripPrefix("/app"), spaFallback()], "/app/deep").uri).toBe("/index.html");
  });
});
