import { InvalidResult } from "../../../preview/functions/invalid-result";
import { toOriginChange } from "../../../preview/functions/origin-change";

const update = (properties: unknown) =>
  toOriginChange([{ method: "updateRequestOrigin", args: [properties] }], []);

it("is none without a call", () => {
  expect(toOriginChange([], [])).toBeUndefined();
});

it("replaces the settings that updateRequestOrigin() names, and no others", () => {
  expect(update({ domainName: "www.example.com" })).toEqual({
    kind: "settings",
    settings: {
      domainName: "www.example.com",
      kind: "custom",
      hostHeader: "www.example.com",
    },
  });
});

it("takes every setting of updateRequestOrigin()", () => {
  const properties = {
    domainName: "bucket.s3.us-east-1.amazonaws.com",
    originPath: "/v2",
    customHeaders: { "x-stage": "production" },
    connectionAttempts: 2,
    originShield: { enabled: true, region: "us-east-1" },
    originAccessControlConfig: {
      enabled: true,
      signingBehavior: "always",
      signingProtocol: "sigv4",
      originType: "s3",
    },
    timeouts: {
      readTimeout: 30,
      keepAliveTimeout: 6,
      connectionTimeout: 5,
      responseCompletionTimeout: 60,
    },
    customOriginConfig: { port: 8443, protocol: "https", sslProtocols: ["TLSv1.2"] },
    hostHeader: "app.example.com",
    sni: "sni.example.com",
    allowedCertificateNames: ["*.example.com", "app.example.net"],
  };
  expect(update(properties)).toEqual({
    kind: "settings",
    settings: {
      domainName: "bucket.s3.us-east-1.amazonaws.com",
      kind: "s3",
      originPath: "/v2",
      customHeaders: [["X-Stage", "production"]],
      connectionAttempts: 2,
      originAccessControl: { signingBehavior: "always", originType: "s3" },
      readTimeoutSeconds: 30,
      keepaliveTimeoutSeconds: 6,
      connectionTimeoutSeconds: 5,
      responseCompletionTimeoutSeconds: 60,
      port: 8443,
      protocolPolicy: "https-only",
      sslProtocols: ["TLSv1.2"],
      hostHeader: "app.example.com",
      serverName: "sni.example.com",
      allowedCertificateNames: ["*.example.com", "app.example.net"],
    },
  });
});

it("takes signing away", () => {
  expect(update({ originAccessControlConfig: { enabled: false } })).toMatchObject({
    settings: { originAccessControl: "none" },
  });
});

it("selects an origin by its id, with another host, TLS name and certificate", () => {
  const overrides = {
    hostHeader: "x.example.com",
    sni: "y.example.com",
    allowedCertificateNames: ["z.example.com"],
  };
  expect(
    toOriginChange([{ method: "selectRequestOriginById", args: ["other", overrides] }], []),
  ).toEqual({
    kind: "origin",
    originId: "other",
    settings: {
      hostHeader: "x.example.com",
      serverName: "y.example.com",
      allowedCertificateNames: ["z.example.com"],
    },
  });
});

it("makes a group of two origins", () => {
  const group = {
    originIds: [{ originId: "a" }, { originId: "b", originOverrides: { sni: "b.example.com" } }],
    failoverCriteria: { statusCodes: [500, 502] },
  };
  expect(toOriginChange([{ method: "createRequestOriginGroup", args: [group] }], [])).toEqual({
    kind: "group",
    members: [{ originId: "a" }, { originId: "b", settings: { serverName: "b.example.com" } }],
    statusCodes: [500, 502],
  });
});

it("follows the last call", () => {
  const calls = ["a", "b"].map((id) => ({
    method: "selectRequestOriginById" as const,
    args: [id],
  }));
  expect(toOriginChange(calls, [])).toEqual({ kind: "origin", originId: "b" });
});

const signing = {
  enabled: true,
  signingBehavior: "always",
  signingProtocol: "sigv4",
  originType: "s3",
};

it.each<[unknown, string]>([
  [undefined, "updateRequestOrigin() takes an object"],
  [{ domainName: "198.51.100.1" }, "domainName must be a host name"],
  [{ domainName: "a.example.com:80" }, "domainName must be a host name"],
  [{ hostHeader: "a.example.com:80" }, "hostHeader must be a host name"],
  [{ hostHeader: `${"a.".repeat(126)}example` }, "hostHeader must be a host name"],
  [{ originPath: "v2/" }, 'path must start with "/" and not end with one, got "v2/"'],
  [{ connectionAttempts: 4 }, "connectionAttempts must be an integer from 1 to 3, got 4"],
  [{ timeouts: { connectionTimeout: 11 } }, "connectionTimeout must be an integer from 1 to 10"],
  [{ timeouts: { readTimeout: 30, responseCompletionTimeout: 20 } }, "at least the readTimeout"],
  [{ customOriginConfig: { protocol: "https", sslProtocols: [] } }, "must have port"],
  [{ customOriginConfig: { port: 80, sslProtocols: [] } }, "must have protocol"],
  [{ customOriginConfig: { port: 80, protocol: "http" } }, "must have sslProtocols"],
  [{ originAccessControlConfig: {} }, "originAccessControlConfig must have enabled"],
  [{ originAccessControlConfig: { enabled: true } }, "must have signingBehavior"],
  [
    { originAccessControlConfig: { ...signing, signingBehavior: "maybe" } },
    "signingBehavior must be",
  ],
  [{ originAccessControlConfig: { ...signing, signingProtocol: "v2" } }, "signingProtocol must be"],
  [{ originAccessControlConfig: { ...signing, originType: "ec2" } }, "originType must be"],
  [{ originShield: {} }, "originShield must have enabled"],
  [{ originShield: { enabled: true } }, "originShield must have region"],
  [{ sni: "198.51.100.1" }, "sni must be a host name"],
  [{ allowedCertificateNames: "a.example.com" }, "up to 20 host names"],
  [{ allowedCertificateNames: Array(21).fill("a.example.com") }, "up to 20 host names"],
  [{ allowedCertificateNames: [`${"a".repeat(60)}.com.`] }, "up to 20 host names"],
  [{ customHeaders: { "X-Stage": "1" } }, 'custom header "X-Stage" must be lower case'],
  [{ customHeaders: { "cache-control": "1" } }, 'custom header "cache-control" cannot be sent'],
  [{ customOriginConfig: { port: 81 } }, "port must be 80, 443, or 1024 to 65535, got 81"],
  [
    { customOriginConfig: { port: 80, protocol: "ftp", sslProtocols: [] } },
    "protocol must be http or https",
  ],
  [
    { customOriginConfig: { port: 80, protocol: "http", sslProtocols: ["TLSv9"] } },
    "sslProtocols must be of",
  ],
  [{ customHeaders: { "x-edge-a": "1" } }, 'custom header "x-edge-a" cannot be sent'],
])("refuses %j", (properties, message) => {
  expect(() => update(properties)).toThrow(InvalidResult);
  expect(() => update(properties)).toThrow(message);
});

it.each<[string, unknown[], string]>([
  ["selectRequestOriginById", [7], "an origin's id must be a string"],
  ["createRequestOriginGroup", [{ originIds: ["a"] }], "takes two originIds"],
  [
    "selectRequestOriginById",
    ["a", { originPath: "/b" }],
    "originOverrides takes hostHeader, sni and allowedCertificateNames, got originPath",
  ],
  [
    "createRequestOriginGroup",
    [{ originIds: ["a", "b"], failoverCriteria: {} }],
    "a list of statusCodes",
  ],
])("refuses %s(%j)", (method, args, message) => {
  expect(() => toOriginChange([{ method: method as "selectRequestOriginById", args }], [])).toThrow(
    message,
  );
});

it("refuses a custom header that the viewer's request has already", () => {
  const call = {
    method: "updateRequestOrigin" as const,
    args: [{ customHeaders: { "x-a": "1" } }],
  };
  expect(() => toOriginChange([call], [["X-A", "2"]])).toThrow(
    'the origin\'s custom header "x-a" is in the request already',
  );
  expect(toOriginChange([call], [["X-B", "2"]])).toMatchObject({ kind: "settings" });
});
