import {
  type ReverseProxySettings,
  readReverseProxy,
} from "../../../stacks/settings/reverse-proxy";

const on = { REVERSE_PROXY: "on" };

describe("readReverseProxy", () => {
  it.each([{}, { REVERSE_PROXY: "off" }])("is nothing with %j", (env) => {
    expect(readReverseProxy(env)).toBeUndefined();
  });

  it("needs nothing else: no custom domain, prefixes kept, no CORS", () => {
    expect(readReverseProxy(on)).toEqual({ prefix: "keep", cors: false });
  });

  it("takes every variable", () => {
    // `Required` makes the compiler ask for each setting that is added later.
    const expected: Required<ReverseProxySettings> = {
      prefix: "strip",
      cors: true,
      apiDomain: {
        name: "api.example.com",
        hostedZone: { name: "example.com" },
        endpointType: "EDGE",
      },
    };
    expect(
      readReverseProxy({
        ...on,
        API_PREFIX: "strip",
        CORS: "on",
        API_DOMAIN: "api.example.com",
        HOSTED_ZONE: "example.com",
        API_ENDPOINT_TYPE: "EDGE",
      }),
    ).toEqual(expected);
  });

  it("has a regional domain unless told otherwise", () => {
    const env = { ...on, API_DOMAIN: "api.example.com", HOSTED_ZONE: "example.com" };
    expect(readReverseProxy(env)?.apiDomain?.endpointType).toBe("REGIONAL");
  });

  it.each([
    [{ REVERSE_PROXY: "true" }, 'REVERSE_PROXY must be on or off, got "true"'],
    [{ ...on, API_PREFIX: "cut" }, 'API_PREFIX must be keep or strip, got "cut"'],
    [{ CORS: "*" }, 'CORS must be on or off, got "*"'],
    [
      { ...on, API_ENDPOINT_TYPE: "edge" },
      'API_ENDPOINT_TYPE must be REGIONAL or EDGE, got "edge"',
    ],
    [{ ...on, CORS: "*" }, 'CORS must be on or off, got "*"'],
    [{ ...on, API_DOMAIN: "API.example.com" }, "API_DOMAIN must be a domain name in lower case"],
    [
      { ...on, API_DOMAIN: "api.example.com" },
      "API_DOMAIN needs a hosted zone for its records; set HOSTED_ZONE to its name or id",
    ],
    [
      {
        ...on,
        API_DOMAIN: "api.example.com",
        HOSTED_ZONE: "example.com",
        API_ENDPOINT_TYPE: "PRIVATE",
      },
      'API_ENDPOINT_TYPE must be REGIONAL or EDGE, got "PRIVATE"',
    ],
  ])("refuses %j", (env, message) => {
    expect(() => readReverseProxy(env)).toThrow(message);
  });
});
