import { createServer } from "node:http";
import type { Origin } from "../../../preview/edge-model";
import { callerFor, originFetches } from "../../../preview/origins/origin-fetch";
import { read, request } from "./support/exchange";
import { closeServers, listen } from "./support/listen";
import { API_HOST, closeHosts, emulate, restApi } from "./support/rest-stack";

afterAll(closeHosts);
afterAll(closeServers);

const ARN = "arn:aws:cloudfront::123456789012:distribution/E1";
const BUCKET = "site.s3.eu-west-1.amazonaws.com";
const origin = (changes: Partial<Origin>): Origin => ({
  id: "one",
  domainName: BUCKET,
  originPath: "",
  kind: "s3",
  customHeaders: [],
  connectionAttempts: 2,
  connectionTimeoutSeconds: 1,
  readTimeoutSeconds: 5,
  keepaliveTimeoutSeconds: 5,
  protocolPolicy: "https-only",
  httpPort: 80,
  httpsPort: 443,
  sslProtocols: ["TLSv1.2"],
  ...changes,
});
const control = (signingBehavior: "always" | "never" | "no-override") => ({
  originAccessControl: { id: "E2", originType: "s3", signingBehavior },
});
const AUTHORIZATION = [["Authorization", "Bearer x"]] as const;

describe("who a request to an origin comes from", () => {
  it.each([
    [control("always"), [], "distribution"],
    [control("always"), AUTHORIZATION, "distribution"],
    [control("never"), [], "anonymous"],
    [control("no-override"), [], "distribution"],
    [control("no-override"), AUTHORIZATION, "anonymous"],
    [{ originAccessIdentity: "origin-access-identity/cloudfront/E7" }, [], "identity"],
    [{}, [], "anonymous"],
  ])("follows from %j", (changes, headers, kind) => {
    expect(callerFor(origin(changes), ARN, request("/", { headers })).kind).toBe(kind);
  });
});

describe("the origins of a distribution", () => {
  const bucket = {
    aws_s3_bucket: { site: { bucket: "site" } },
    aws_s3_bucket_policy: {
      site: {
        bucket: "site",
        policy: JSON.stringify({
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "cloudfront.amazonaws.com" },
              Action: "s3:GetObject",
              Resource: "arn:aws:s3:::site/*",
              Condition: { StringEquals: { "AWS:SourceArn": ARN } },
            },
          ],
        }),
      },
    },
    aws_s3_object: { index: { bucket: "site", key: "index.html", content: "hi" } },
  };
  const { hosts } = emulate(bucket);
  const fetches = (urls: Record<string, string> = {}, distributionArn = ARN) =>
    originFetches({ hosts, distributionArn, urls });

  it("read a private bucket only as the distribution that it names", async () => {
    const asked = request("/index.html", { host: BUCKET, headers: AUTHORIZATION });
    const signed = origin(control("always"));
    expect((await read(fetches().fetchFor(signed)(asked))).status).toBe(200);
    expect((await read(fetches({}, `${ARN}X`).fetchFor(signed)(asked))).status).toBe(403);
    expect(
      (await read(fetches().fetchFor(origin({}))(request("/index.html", { host: BUCKET })))).status,
    ).toBe(403);
  });

  it("are a running backend where one is named, even for a host of the stack", async () => {
    const port = await listen(createServer((_, out) => out.end("backend")));
    const { fetchFor, close } = fetches({ one: `http://127.0.0.1:${port}` });
    expect((await read(fetchFor(origin({}))(request("/", { host: BUCKET })))).text).toBe("backend");
    close();
  });

  it("keep one connection for requests that differ in their headers only", () => {
    const { fetchFor, close } = fetches({ one: "http://127.0.0.1:9" });
    const chosen = { hostHeader: "a.example.com", customHeaders: [["X-A", "1"]] } as const;
    expect(fetchFor(origin(chosen))).toBe(fetchFor(origin({})));
    expect(fetchFor(origin({ serverName: "a.example.com" }))).not.toBe(fetchFor(origin({})));
    close();
  });

  it("reach API Gateway over TLS only", async () => {
    const api = emulate(restApi([{ path: "/users", method: "GET" }]));
    const { fetchFor } = originFetches({ hosts: api.hosts, distributionArn: ARN });
    const fetch = fetchFor(origin({ domainName: API_HOST, kind: "custom" }));
    const asked = request("/prod/users", { host: API_HOST });
    expect((await read(fetch(asked))).status).toBe(200);
    await expect(fetch({ ...asked, protocol: "http" })).rejects.toMatchObject({
      reason: "refused",
      message: expect.stringContaining("https-only"),
    });
  });

  it("cannot be found when the stack does not define their host", async () => {
    const alb = origin({ id: "backend-alb", domainName: "alb.example.com", kind: "custom" });
    await expect(
      fetches().fetchFor(alb)(request("/", { host: "alb.example.com" })),
    ).rejects.toMatchObject({
      reason: "dns",
      message: expect.stringContaining("--origin backend-alb=URL"),
    });
  });
});
