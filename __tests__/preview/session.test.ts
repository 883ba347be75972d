import { generateKeyPairSync, type JsonWebKey, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBody } from "../../preview/messages";
import { createSession, type Session, type SessionOptions } from "../../preview/session";
import type { ExchangeEvent } from "../../preview/session/events";
import { toHcl } from "../../synthesized/hcl/to-hcl";
import type { BlocksByType } from "../../synthesized/stack";
import { siteStack } from "./support/site-stack";
import { viewerRequest } from "./support/viewer";

const open: Session[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((session) => session.close()));
});

async function start(options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await createSession({ stack: siteStack(), ...options });
  open.push(session);
  return session;
}

async function textOf(session: Session, path: string): Promise<string> {
  const { body } = await session.answer(viewerRequest(path));
  return Buffer.from(await readBody(body)).toString();
}

const guardedApi = (issuer: string): BlocksByType => ({
  aws_apigatewayv2_api: { api: { id: "api1", protocol_type: "HTTP" } },
  aws_apigatewayv2_stage: { all: { api_id: "api1", name: "$default" } },
  aws_apigatewayv2_authorizer: {
    jwt: { id: "auth1", api_id: "api1", authorizer_type: "JWT", jwt_configuration: [{ issuer }] },
  },
  aws_apigatewayv2_route: {
    all: {
      api_id: "api1",
      route_key: "$default",
      authorization_type: "JWT",
      authorizer_id: "auth1",
    },
  },
});

describe("a session", () => {
  it("runs a distribution that is only Terraform JSON", async () => {
    const session = await start();
    expect(await textOf(session, "/")).toBe("<h1>site</h1>");
    expect(await textOf(session, "/api/open")).toBe('{"route": "open"}');
  });

  it("runs a folder of HCL with its variables", async () => {
    const folder = mkdtempSync(join(tmpdir(), "session-"));
    try {
      const { aws_cloudfront_distribution = {}, ...others } = siteStack().resource ?? {};
      writeFileSync(join(folder, "cdn.tf"), toHcl({ resource: { aws_cloudfront_distribution } }));
      const rest = { ...siteStack(), resource: others, variable: { title: {} } };
      const hcl = toHcl(rest).replace("<h1>site</h1>", "<h1>${var.title}</h1>");
      writeFileSync(join(folder, "main.tf"), hcl);
      writeFileSync(join(folder, "terraform.tfvars"), 'title = "by tfvars"\n');
      const session = await createSession({ configFile: folder });
      open.push(session);
      expect(await textOf(session, "/")).toBe("<h1>by tfvars</h1>");
      expect(await textOf(session, "/api/open")).toBe('{"route": "open"}');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says which origins are nowhere, and answers 502 for them", async () => {
    const session = await start();
    expect(session.warnings).toEqual([
      'origin "backend" is backend.example.com, which the stack does not define: 502 until --origin backend=URL says where it runs',
    ]);
    expect((await session.answer(viewerRequest("/backend/x"))).status).toBe(502);
  });

  it("says which buckets have no file, as when a pipeline uploads them", async () => {
    const { aws_s3_object: _, ...resource } = siteStack().resource ?? {};
    const { warnings } = await start({ stack: { ...siteStack(), resource } });
    expect(warnings).toContain(
      'origin "site" is a bucket into which the stack puts no file: nothing is found until --origin site=URL says where its files are served',
    );
    const elsewhere = { stack: { ...siteStack(), resource }, origins: { site: "http://[::1]:9" } };
    expect((await start(elsewhere)).warnings.join()).not.toContain("puts no file");
  });

  it("lets JWT authorizers take tokens of the issuers whose keys it has", async () => {
    const issuer = "https://issuer.test";
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${part({ alg: "RS256" })}.${part({ iss: issuer, exp: Date.now() })}`;
    const signature = sign("sha256", Buffer.from(signed), privateKey).toString("base64url");
    const headers = [["Authorization", `Bearer ${signed}.${signature}`]] as const;
    const site = siteStack();
    const stack = { ...site, resource: { ...site.resource, ...guardedApi(issuer) } };
    const status = async (keys: readonly JsonWebKey[]) => {
      const { answerApi, apis } = await start({ stack, jwtKeys: { [issuer]: { keys } } });
      const { host = "" } = apis.find((api) => api.address === "aws_apigatewayv2_api.api") ?? {};
      return (await answerApi(host, viewerRequest("/", { headers })))?.status;
    };
    expect(await status([])).toBe(401);
    expect(await status([publicKey.export({ format: "jwk" })])).toBe(500); // no integration
  });

  it("names the value it needs, where it is, and the option that supplies it", async () => {
    const stack = siteStack({ backendDomain: "${var.backend}" });
    const failing = createSession({ stack: { ...stack, variable: { backend: {} } } });
    await expect(failing).rejects.toThrow(
      'aws_cloudfront_distribution.main.origin.1.domain_name has no value: ${var.backend} (variable "backend" has no default; supply it with --set var.backend=VALUE)',
    );
  });

  it("names the place where the value goes when nothing else can supply it", async () => {
    const stack = siteStack({ backendDomain: "${aws_lb.none.dns_name}" });
    await expect(createSession({ stack })).rejects.toThrow(
      /; supply it with --set aws_cloudfront_distribution\.main\.origin\.1\.domain_name=VALUE$/,
    );
  });

  it("takes the value from --set", async () => {
    const stack = { ...siteStack({ backendDomain: "${var.backend}" }), variable: { backend: {} } };
    const session = await start({ stack, set: { "var.backend": "b.example.com" } });
    expect(session.model.origins[1]?.domainName).toBe("b.example.com");
  });

  it("needs no domain of an origin whose URL is given", async () => {
    const stack = { ...siteStack({ backendDomain: "${var.backend}" }), variable: { backend: {} } };
    const session = await start({ stack, origins: { backend: "http://127.0.0.1:9" } });
    expect(session.warnings).toEqual([]);
    expect(session.placeOf(session.model.origins[1] as never)).toBe("url");
  });

  it("mentions what has no value but is not needed", async () => {
    const stack = {
      ...siteStack({ distribution: { comment: "${var.text}" } }),
      variable: { text: {} },
    };
    const session = await start({ stack });
    expect(session.unresolved).toMatchObject([
      { address: "aws_cloudfront_distribution.main", path: "comment" },
    ]);
  });

  it("refuses an origin id that the distribution does not have", async () => {
    const failing = createSession({
      stack: siteStack(),
      origins: { bakend: "http://127.0.0.1:9" },
    });
    await expect(failing).rejects.toThrow(
      'there is no origin "bakend"; the origins are: site, backend, api',
    );
  });

  it("puts the local address of the API into what the page reads", async () => {
    const session = await start({ localUrl: async () => "http://localhost:9001" });
    expect(JSON.parse(await textOf(session, "/config.json"))).toEqual({
      api: "http://localhost:9001/prod",
      other: "https://example.com/x",
    });
    expect(session.apis).toMatchObject([{ paths: ["/prod"], url: "http://localhost:9001" }]);
    expect(session.warnings.at(-1)).toBe(
      "aws_s3_object.config: the API's addresses in its content are replaced by the local ones",
    );
  });

  it("tells listeners of each request, with its way and without its secrets", async () => {
    const session = await start();
    const events: ExchangeEvent[] = [];
    const stop = session.onExchange((event) => events.push(event));
    const headers = [
      ["Authorization", "Bearer abc"],
      ["Cookie", "sid=xyz"],
    ] as const;
    await session.answer(viewerRequest("/backend/x?token=hidden&a=1", { headers }));
    stop();
    await session.answer(viewerRequest("/"));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      id: 1,
      target: "distribution",
      request: { method: "GET", path: "/backend/x?token=***&a=1" },
      response: { status: 502 },
      trace: { behavior: "/backend/*", originId: "backend" },
    });
    expect(events[0]?.trace?.steps.map(({ step }) => step)).toContain("origin-request");
    expect(JSON.stringify(events)).not.toMatch(/abc|xyz|top-secret|hidden/);
  });

  it("keeps no trace when nobody listens", async () => {
    const session = await start();
    expect((await session.answer(viewerRequest("/"))).status).toBe(200);
  });

  it("explains a request without asking an origin", async () => {
    const session = await start();
    const { trace } = await session.explain(viewerRequest("/backend/x"));
    expect(trace.steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(["behavior", "origin-request"]),
    );
    expect(trace.steps.map(({ step }) => step)).not.toContain("origin-response");
  });

  it("loads functions, and says which one CloudFront would refuse", async () => {
    const code = (text: string) => ({
      aws_cloudfront_function: {
        greet: { name: "greet", runtime: "cloudfront-js-2.0", code: text },
      },
    });
    const association = {
      default_cache_behavior: {
        allowed_methods: ["GET", "HEAD"],
        cached_methods: ["GET", "HEAD"],
        target_origin_id: "site",
        viewer_protocol_policy: "allow-all",
        cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        function_association: [
          { event_type: "viewer-request", function_arn: "${aws_cloudfront_function.greet.arn}" },
        ],
      },
    };
    const answering = "function handler(event) { return { statusCode: 299 }; }";
    const stack = siteStack({ distribution: association, resource: code(answering) });
    const session = await start({ stack });
    expect((await session.answer(viewerRequest("/"))).status).toBe(299);

    const broken = siteStack({ distribution: association, resource: code("function {") });
    const warned = await start({ stack: broken });
    expect(warned.warnings[0]).toMatch(/^aws_cloudfront_function\.greet: .*not valid JavaScript/);
    expect((await warned.answer(viewerRequest("/"))).status).toBe(503);
  });
});
