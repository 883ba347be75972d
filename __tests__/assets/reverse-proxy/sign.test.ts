import { loadModule } from "../load-module";
import { isSigned } from "./sigv4";

interface Options {
  url: string;
  region: string;
  keys: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  datetime?: string;
}
const { signatureHeaders } = loadModule<{
  signatureHeaders(options: Options): Promise<Record<string, string>>;
}>("assets/reverse-proxy/sign.js");

// The keys and time of AWS's published Signature Version 4 test suite.
const keys = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};
const datetime = "20150830T123600Z";
const at = "https://abc123.execute-api.eu-west-1.amazonaws.com/prod/cf-apigw/auth-iam";
const arrived = (headers: Record<string, string>, changes = {}) => ({
  host: "abc123.execute-api.eu-west-1.amazonaws.com",
  path: "/prod/cf-apigw/auth-iam",
  query: "run=x-1",
  headers,
  ...changes,
});

describe("the page's signature", () => {
  it("is what API Gateway computes for its own host and stage path", async () => {
    const headers = await signatureHeaders({ url: `${at}?run=x-1`, region: "eu-west-1", keys });
    expect(isSigned(arrived(headers), keys.secretAccessKey)).toBe(true);
  });

  it("does not fit CloudFront's host, another path, another query or another secret", async () => {
    const headers = await signatureHeaders({ url: `${at}?run=x-1`, region: "eu-west-1", keys });
    const fits = (changes: object, secret = keys.secretAccessKey) =>
      isSigned(arrived(headers, changes), secret);
    expect(fits({ host: "d111111abcdef8.cloudfront.net" })).toBe(false);
    expect(fits({ path: "/cf-apigw/auth-iam" })).toBe(false);
    expect(fits({ query: "run=x-2" })).toBe(false);
    expect(fits({}, "another secret")).toBe(false);
  });

  it("covers the host, the time and the session token, and nothing that CloudFront changes", async () => {
    const sessionToken = "a/token+of==many";
    const headers = await signatureHeaders({
      url: at,
      region: "eu-west-1",
      keys: { ...keys, sessionToken },
      datetime,
    });
    expect(headers["x-amz-security-token"]).toBe(sessionToken);
    expect(headers.authorization).toContain(
      "Credential=AKIDEXAMPLE/20150830/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token,",
    );
    expect(isSigned(arrived(headers, { query: "" }), keys.secretAccessKey)).toBe(true);
  });

  it("never sends the secret", async () => {
    const headers = await signatureHeaders({ url: at, region: "eu-west-1", keys, datetime });
    expect(JSON.stringify(headers)).not.toContain(keys.secretAccessKey);
    expect(Object.keys(headers).sort()).toEqual(["authorization", "x-amz-date"]);
  });
});

describe("the second opinion", () => {
  it("agrees with the vector get-vanilla of AWS's test suite", () => {
    const signature = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`;
    const request = {
      host: "example.amazonaws.com",
      path: "/",
      query: "",
      headers: { authorization, "x-amz-date": datetime },
    };
    expect(isSigned(request, keys.secretAccessKey)).toBe(true);
  });
});
