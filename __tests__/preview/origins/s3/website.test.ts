import type { HeaderList } from "../../../../preview/messages";
import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { closeHosts, emulate } from "../support/rest-stack";

afterAll(closeHosts);

const HOST = "site.s3-website-eu-west-1.amazonaws.com";
const PUBLIC = {
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::site/*",
};
const LIST = {
  Effect: "Allow",
  Principal: "*",
  Action: "s3:ListBucket",
  Resource: "arn:aws:s3:::site",
};

function website(config: Block = {}, statements: readonly object[] = [PUBLIC, LIST]) {
  const { hosts } = emulate({
    aws_s3_bucket: { site: { bucket: "site" } },
    aws_s3_bucket_public_access_block: { site: { bucket: "site" } },
    aws_s3_bucket_policy: {
      site: { bucket: "site", policy: JSON.stringify({ Statement: statements }) },
    },
    aws_s3_bucket_website_configuration: {
      site: { bucket: "site", index_document: [{ suffix: "index.html" }], ...config },
    },
    aws_s3_object: {
      root: { bucket: "site", key: "index.html", content: "root" },
      docs: { bucket: "site", key: "docs/index.html", content: "docs" },
      error: { bucket: "site", key: "error.html", content: "sorry", content_type: "text/html" },
      moved: { bucket: "site", key: "moved", website_redirect: "/docs/" },
    },
  });
  const fetch = hosts.fetchFor(HOST);
  if (fetch === undefined) throw new Error("no website");
  return (
    path: string,
    method = "GET",
    protocol: "http" | "https" = "http",
    headers: HeaderList = [],
  ) => read(fetch(request(path, { host: HOST, method, protocol, headers })));
}

describe("the website endpoint of a bucket", () => {
  it.each([
    ["/", "root"],
    ["/docs/", "docs"],
    ["/docs/index.html", "docs"],
  ])("serves %s", async (path, text) => {
    expect(await website()(path)).toMatchObject({ status: 200, text });
  });

  it("redirects a folder without its slash", async () => {
    const answer = await website()("/docs");
    expect(answer.status).toBe(302);
    expect(answer.header("location")).toBe("/docs/");
  });

  it("answers errors in HTML: 404 with s3:ListBucket, else 403", async () => {
    const missing = await website()("/nothing");
    expect(missing.status).toBe(404);
    expect(missing.header("content-type")).toBe("text/html; charset=utf-8");
    expect(missing.header("x-amz-error-code")).toBe("NoSuchKey");
    expect(missing.text).toContain("<h1>404 Not Found</h1>");
    expect((await website({}, [PUBLIC])("/nothing")).status).toBe(403);
  });

  it("answers errors by its error document, with the error's status", async () => {
    expect(await website({ error_document: { key: "error.html" } })("/nothing")).toMatchObject({
      status: 404,
      text: "sorry",
    });
  });

  it("serves public objects only", async () => {
    expect((await website({}, [])("/")).status).toBe(403);
  });

  it("serves those who send the Referer that the bucket policy asks for", async () => {
    const Condition = { StringLike: { "aws:Referer": ["secret-of-the-distribution"] } };
    const ask = website({}, [{ ...PUBLIC, Condition }]);
    const from = (referer: string) => ask("/", "GET", "http", [["Referer", referer]]);
    expect((await from("secret-of-the-distribution")).text).toBe("root");
    expect((await from("https://elsewhere.example/")).status).toBe(403);
    expect((await ask("/")).status).toBe(403);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("answers %s with 405", async (method) => {
    expect((await website()("/", method)).status).toBe(405);
  });

  it("may redirect everything", async () => {
    const answer = await website({
      redirect_all_requests_to: [{ host_name: "www.example.com", protocol: "https" }],
    })("/a?b=1");
    expect(answer.status).toBe(301);
    expect(answer.header("location")).toBe("https://www.example.com/a?b=1");
  });

  it("speaks no TLS", async () => {
    await expect(website()("/", "GET", "https")).rejects.toMatchObject({
      reason: "refused",
      message: expect.stringContaining("http-only"),
    });
  });

  it("redirects an object with a website redirect", async () => {
    const answer = await website()("/moved");
    expect(answer.status).toBe(301);
    expect(answer.header("location")).toBe("/docs/");
  });

  const RULES: Block[] = [
    {
      condition: { key_prefix_equals: "old/" },
      redirect: { replace_key_prefix_with: "new/" },
    },
    {
      condition: [{ key_prefix_equals: "images/", http_error_code_returned_equals: "404" }],
      redirect: [{ host_name: "img.example.com", protocol: "https", http_redirect_code: "302" }],
    },
    {
      condition: { http_error_code_returned_equals: "404" },
      redirect: { replace_key_with: "a b" },
    },
  ];

  it.each([
    ["/old/x", 301, `http://${HOST}/new/x`],
    ["/old/", 301, `http://${HOST}/new/`],
    ["/images/y", 302, "https://img.example.com/images/y"],
    ["/none", 301, `http://${HOST}/a%20b`],
  ])("redirects %s by its routing rules", async (path, status, location) => {
    const answer = await website({ routing_rule: RULES })(path);
    expect(answer.status).toBe(status);
    expect(answer.header("location")).toBe(location);
  });

  it("reads routing rules in JSON, and serves what none of them is about", async () => {
    const rules = [
      {
        Condition: { KeyPrefixEquals: "old/" },
        Redirect: { HostName: "example.org", ReplaceKeyPrefixWith: "new/" },
      },
    ];
    const ask = website({ routing_rules: JSON.stringify(rules) });
    expect((await ask("/old/x")).header("location")).toBe("http://example.org/new/x");
    expect((await ask("/docs/")).status).toBe(200);
  });

  it("may be configured in the bucket itself, as older configurations do", async () => {
    const { hosts } = emulate({
      aws_s3_bucket: {
        site: {
          bucket: "site",
          website: { index_document: "home.html", error_document: "error.html" },
        },
        moved: { bucket: "moved", website: [{ redirect_all_requests_to: "https://example.net" }] },
      },
      aws_s3_bucket_policy: {
        site: { bucket: "site", policy: JSON.stringify({ Statement: [PUBLIC, LIST] }) },
      },
      aws_s3_object: {
        home: { bucket: "site", key: "home.html", content: "home" },
        error: { bucket: "site", key: "error.html", content: "sorry" },
      },
    });
    const ask = (host: string, path: string) => {
      const fetch = hosts.fetchFor(host);
      if (fetch === undefined) throw new Error(`no website at ${host}`);
      return read(fetch(request(path, { host, protocol: "http" })));
    };
    expect(await ask(HOST, "/")).toMatchObject({ status: 200, text: "home" });
    expect(await ask(HOST, "/none")).toMatchObject({ status: 404, text: "sorry" });
    const moved = await ask("moved.s3-website-eu-west-1.amazonaws.com", "/a");
    expect(moved.header("location")).toBe("https://example.net/a");
  });
});
