import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { AwsClient } from "aws4fetch";
import type { EdgeRequest } from "../../../../../preview/messages";
import { verifySignature } from "../../../../../preview/origins/iam/sigv4/verify-signature";
import { parseQuery } from "../../../../../preview/origins/query";
import { request } from "../../support/exchange";

const HOST = "abc123.execute-api.eu-west-1.amazonaws.com";
const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
const NOW = Date.parse("2026-11-20T10:15:00Z");
const expected = { keys: [KEY], region: "eu-west-1", service: "execute-api", now: NOW };

async function signedBySdk(
  target: string,
  options: { method?: string; body?: string; headers?: Record<string, string>; time?: number } = {},
): Promise<EdgeRequest> {
  const signer = new SignatureV4({
    credentials: KEY,
    region: "eu-west-1",
    service: "execute-api",
    sha256: Sha256,
  });
  const plain = request(target, { method: options.method ?? "GET", body: options.body ?? "" });
  const query: Record<string, string[]> = {};
  for (const [name, value] of parseQuery(plain.query))
    query[name] = [...(query[name] ?? []), value];
  const signed = await signer.sign(
    {
      protocol: "https:",
      hostname: HOST,
      method: plain.method,
      path: plain.path,
      query,
      headers: { host: HOST, ...options.headers },
      body: options.body,
    },
    { signingDate: new Date(options.time ?? NOW) },
  );
  return { ...plain, headers: Object.entries(signed.headers) };
}

const verdict = (signed: EdgeRequest, changes: Partial<EdgeRequest> = {}) =>
  verifySignature({ ...signed, ...changes }, expected);
const replaced = (signed: EdgeRequest, name: string, value: string) => ({
  headers: signed.headers.map(([key, old]) =>
    key.toLowerCase() === name ? ([key, value] as const) : ([key, old] as const),
  ),
});

describe("a signature of the AWS SDK", () => {
  it.each([
    "/prod/users",
    "/prod/a%20b/c",
    "/prod//double/./x/../y",
    "/prod/users/",
    "/",
    "/prod/x?b=2&a=1&a=0&empty&space=a%20b",
    "/prod/%E2%82%AC?%E2%82%AC=%2F",
  ])("is accepted for %s", async (target) => {
    expect(verdict(await signedBySdk(target))).toEqual({ ok: true, key: KEY });
  });

  it("is accepted with a body and further signed headers", async () => {
    const signed = await signedBySdk("/prod/x", {
      method: "POST",
      body: '{"a":1}',
      headers: { "content-type": "application/json", "x-custom": "  two   spaces " },
    });
    expect(verdict(signed).ok).toBe(true);
    expect(verdict(signed, { body: Buffer.from('{"a":2}') }).ok).toBe(false);
  });

  it("is refused when what was signed arrives changed", async () => {
    const signed = await signedBySdk("/prod/x?a=1");
    const changes: Partial<EdgeRequest>[] = [
      { path: "/prod/y" },
      { path: "/x" },
      { query: "" },
      { query: "a=2" },
      { method: "POST" },
      replaced(signed, "host", "d111.cloudfront.net"),
    ];
    for (const change of changes) {
      const outcome = verdict(signed, change);
      expect(outcome).toMatchObject({ ok: false, type: "InvalidSignatureException" });
      if (!outcome.ok) {
        expect(outcome.message).toContain("The request signature we calculated does not match");
        expect(outcome.message).toContain("The Canonical String for this request should have been");
      }
    }
  });

  it("is refused for an unknown key", async () => {
    const signed = await signedBySdk("/prod/x");
    expect(verifySignature(signed, { ...expected, keys: [] })).toEqual({
      ok: false,
      type: "UnrecognizedClientException",
      message: "The security token included in the request is invalid.",
    });
  });

  it("is refused with another secret", async () => {
    const signed = await signedBySdk("/prod/x");
    const keys = [{ ...KEY, secretAccessKey: "other" }];
    expect(verifySignature(signed, { ...expected, keys }).ok).toBe(false);
  });

  it.each([
    [-16, /^Signature expired: 20261120T095900Z is now earlier than 20261120T100000Z/],
    [16, /^Signature not yet current/],
  ])("is refused %i minutes off the clock", async (minutes, message) => {
    const signed = await signedBySdk("/prod/x", { time: NOW + minutes * 60_000 });
    expect(verdict(signed)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  it.each([-14, 14])("is accepted %i minutes off the clock", async (minutes) => {
    const signed = await signedBySdk("/prod/x", { time: NOW + minutes * 60_000 });
    expect(verdict(signed).ok).toBe(true);
  });

  it("is refused for another region or service", async () => {
    const signed = await signedBySdk("/prod/x");
    expect(verifySignature(signed, { ...expected, region: "us-east-1" })).toMatchObject({
      message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
    });
    expect(verifySignature(signed, { ...expected, service: "s3" })).toMatchObject({
      message: "Credential should be scoped to correct service: 's3'.",
    });
  });
});

it("accepts a signature of aws4fetch", async () => {
  const client = new AwsClient({ ...KEY, region: "eu-west-1", service: "execute-api" });
  const signed = await client.sign(`https://${HOST}/prod/a%20b?x=1&y=a%2Fb`, {
    method: "POST",
    body: "hello",
    aws: { datetime: "20261120T101500Z" },
  });
  const arrived = request("/prod/a%20b?x=1&y=a%2Fb", { method: "POST", body: "hello" });
  const headers = [["host", HOST] as const, ...signed.headers.entries()];
  expect(verifySignature({ ...arrived, headers }, expected)).toEqual({ ok: true, key: KEY });
});

it("accepts a presigned URL until it expires", async () => {
  const client = new AwsClient({ ...KEY, region: "eu-west-1", service: "execute-api" });
  const signed = await client.sign(`https://${HOST}/prod/x?X-Amz-Expires=60`, {
    aws: { datetime: "20261120T101500Z", signQuery: true },
  });
  const url = new URL(signed.url);
  const arrived = request(`${url.pathname}${url.search}`, { host: HOST });
  expect(verifySignature(arrived, expected).ok).toBe(true);
  expect(verifySignature(arrived, { ...expected, now: NOW + 61_000 }).ok).toBe(false);
});

it("accepts a presigned URL of S3 with whatever body, and of other services with the signed one", async () => {
  const verdictOf = async (service: string, body: string) => {
    const client = new AwsClient({ ...KEY, region: "eu-west-1", service });
    const signed = await client.sign(`https://${HOST}/a%20b?X-Amz-Expires=60`, {
      method: "PUT",
      aws: { datetime: "20261120T101500Z", signQuery: true },
    });
    const { pathname, search } = new URL(signed.url);
    const arrived = request(`${pathname}${search}`, { method: "PUT", host: HOST, body });
    const pathEncoding = service === "s3" ? "single" : "double";
    return verifySignature(arrived, { ...expected, service, pathEncoding }).ok;
  };
  expect(await verdictOf("s3", "")).toBe(true);
  expect(await verdictOf("s3", "anything")).toBe(true);
  for (const service of ["execute-api", "lambda"]) {
    expect(await verdictOf(service, "")).toBe(true);
    expect(await verdictOf(service, "anything")).toBe(false);
  }
});

describe("a request without a readable signature", () => {
  it("is told that the token is missing", () => {
    expect(verdict(request("/x", { host: HOST }))).toEqual({
      ok: false,
      type: "MissingAuthenticationTokenException",
      message: "Missing Authentication Token",
    });
  });

  it("is told what is wrong with its Authorization header, without repeating it", () => {
    const outcome = verdict(request("/x", { headers: [["Authorization", "Bearer secret-token"]] }));
    expect(outcome).toMatchObject({ ok: false, type: "IncompleteSignatureException" });
    expect(JSON.stringify(outcome)).not.toContain("secret-token");
  });

  it("is told which parts are missing", () => {
    const headers = [
      ["Authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request"],
    ] as const;
    expect(verdict(request("/x", { headers }))).toMatchObject({
      type: "IncompleteSignatureException",
      message:
        "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    });
  });
});
