import { ANONYMOUS } from "../../../../preview/origins/caller";
import type { OriginLog } from "../../../../preview/origins/emulation";
import type { Block } from "../../../../synthesized/stack";
import { read } from "../support/exchange";
import { bucket, get, INDEX, LIST, OTHER, READ, TLS_ONLY } from "../support/site-bucket";

describe("an object of a bucket", () => {
  it("comes with its type, cache control, metadata, entity tag and time", async () => {
    const answer = await read(bucket()(get("/index.html")));
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(INDEX);
    expect(answer.header("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.header("cache-control")).toBe("no-cache");
    expect(answer.header("x-amz-meta-build")).toBe("7");
    expect(answer.header("etag")).toMatch(/^"[0-9a-f]{32}"$/);
    expect(answer.header("last-modified")).toBe("Tue, 14 Nov 2023 22:13:20 GMT");
    expect(answer.header("content-length")).toBe(String(INDEX.length));
    expect(answer.header("server")).toBe("AmazonS3");
    expect(answer.header("accept-ranges")).toBe("bytes");
  });

  it("answers HEAD with the same headers and no body", async () => {
    const answer = await read(bucket()(get("/index.html", { method: "HEAD" })));
    expect(answer).toMatchObject({ status: 200, text: "" });
    expect(answer.header("content-length")).toBe(String(INDEX.length));
  });

  it.each([
    ["/my%20file.txt", "spaced"],
    ["/a+b", "plus"],
    ["/a%2Bb", "plus"],
    ["/index%2Ehtml", INDEX],
  ])("is addressed by the decoded path %s", async (path, text) => {
    expect(await read(bucket()(get(path)))).toMatchObject({ status: 200, text });
  });

  it.each(["/Index.html", "/INDEX.HTML", "/index.html/", "//index.html", "/a/../index.html"])(
    "is not found at %s: keys are exact",
    async (path) => {
      expect((await read(bucket()(get(path)))).status).toBe(403);
    },
  );

  it.each(["/../index.html", "/%2e%2e/index.html", "/a/../../b", "/%zz", "/%ff"])(
    "cannot be addressed by %s",
    async (path) => {
      const answer = await read(bucket()(get(path)));
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("<Code>InvalidURI</Code>");
    },
  );
});

it.each(["/page.html", "//page.html", "./page.html"])(
  "an object whose key is written %s has no slash at its start, as Terraform stores it",
  async (key) => {
    const objects = { page: { bucket: "site", key, content: "page", acl: "public-read" } };
    expect(await read(bucket({ objects })(get("/page.html")))).toMatchObject({ text: "page" });
  },
);

describe("a key that does not exist", () => {
  it("is 403 AccessDenied in XML without s3:ListBucket", async () => {
    const answer = await read(bucket()(get("/nothing")));
    expect(answer.status).toBe(403);
    expect(answer.header("content-type")).toBe("application/xml");
    expect(answer.text).toContain("<Code>AccessDenied</Code><Message>Access Denied</Message>");
  });

  it("is 404 NoSuchKey with s3:ListBucket", async () => {
    const answer = await read(bucket({ statements: [READ, LIST] })(get("/no<thing")));
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("<Code>NoSuchKey</Code>");
    expect(answer.text).toContain("<Key>no&lt;thing</Key>");
  });

  it.each([
    [[READ], 403],
    [[READ, LIST], 404],
  ])("has no body for HEAD", async (statements, status) => {
    const answer = await read(bucket({ statements })(get("/nothing", { method: "HEAD" })));
    expect(answer).toMatchObject({ status, text: "" });
  });
});

describe("the policy of a bucket", () => {
  it("refuses a distribution that it does not name, and says why in the log", async () => {
    const logs: OriginLog[] = [];
    const answer = await read(bucket({ caller: OTHER, logs })(get("/index.html")));
    expect(answer.status).toBe(403);
    expect(logs[0]?.text).toMatch(/does not allow s3:GetObject .*distribution\/E2/);
  });

  it("refuses requests that nobody signed", async () => {
    expect((await read(bucket({ caller: ANONYMOUS })(get("/index.html")))).status).toBe(403);
  });

  it("refuses everything without TLS where it says so", async () => {
    const fetch = bucket({ statements: [READ, TLS_ONLY] });
    expect((await read(fetch(get("/index.html", { protocol: "http" })))).status).toBe(403);
    expect((await read(fetch(get("/index.html")))).status).toBe(200);
  });

  it.each([
    [{ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E7" }],
    [{ CanonicalUser: "cafe" }],
  ])("lets an origin access identity read, named by %j", async (Principal) => {
    const statements = [{ ...READ, Principal, Condition: undefined }];
    const more = {
      aws_cloudfront_origin_access_identity: { site: { id: "E7", s3_canonical_user_id: "cafe" } },
    };
    const fetch = (id: string) => bucket({ statements, more, caller: { kind: "identity", id } });
    expect((await read(fetch("E7")(get("/index.html")))).status).toBe(200);
    expect((await read(fetch("E8")(get("/index.html")))).status).toBe(403);
  });
});

describe("a public access block", () => {
  const NEAR = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } };
  const ANYBODY = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
  const status = async (block: Block | undefined, statements: readonly object[]) => {
    const named: Record<string, Block> = block ? { site: { bucket: "site", ...block } } : {};
    const more = { aws_s3_bucket_public_access_block: named };
    const fetch = bucket({ statements, caller: ANONYMOUS, more });
    return (await read(fetch(get("/index.html")))).status;
  };

  it("lets everybody read whom the policy lets, once all is switched off", async () => {
    expect(await status({ block_public_policy: false }, [ANYBODY])).toBe(200);
  });

  it("is none for a bucket that says nothing of it, as for one from before April 2023", async () => {
    expect(await status(undefined, [ANYBODY])).toBe(200);
    expect(await status(undefined, [{ ...ANYBODY, Condition: NEAR }])).toBe(200);
  });

  it.each(["restrict_public_buckets", "block_public_policy"])(
    "leaves a grant that fixed values limit alone with %s",
    async (name) => {
      expect(await status({ [name]: true }, [{ ...ANYBODY, Condition: NEAR }])).toBe(200);
      expect(await status({ [name]: true }, [ANYBODY])).toBe(403);
    },
  );

  it("restricts the whole policy once one of its statements is public", async () => {
    const statements = [
      { ...ANYBODY, Condition: NEAR },
      { ...ANYBODY, Action: "s3:ListBucket" },
    ];
    expect(await status({ restrict_public_buckets: true }, statements)).toBe(403);
    expect(await status({ block_public_policy: true }, statements)).toBe(200);
  });
});

describe("an object with a public access control list", () => {
  const OPEN = { aws_s3_bucket_public_access_block: { site: { bucket: "site" } } };
  const owned = (object_ownership: string) => ({
    aws_s3_bucket_ownership_controls: { site: { bucket: "site", rule: [{ object_ownership }] } },
  });

  it.each([
    ["without ownership controls, as one from before April 2023,", OPEN, 200],
    ["of BucketOwnerEnforced", { ...OPEN, ...owned("BucketOwnerEnforced") }, 403],
    ["of BucketOwnerPreferred", { ...OPEN, ...owned("BucketOwnerPreferred") }, 200],
    ["of ObjectWriter", { ...OPEN, ...owned("ObjectWriter") }, 200],
    [
      "whose public lists are blocked",
      { aws_s3_bucket_public_access_block: { site: { bucket: "site", block_public_acls: true } } },
      403,
    ],
  ])("counts as it does in a bucket %s", async (_bucket, more, status) => {
    const objects = { open: { bucket: "site", key: "open", content: "x", acl: "public-read" } };
    const fetch = bucket({ statements: [], caller: ANONYMOUS, more, objects });
    expect((await read(fetch(get("/open")))).status).toBe(status);
  });
});

describe("the root of a bucket", () => {
  it("is 403 without s3:ListBucket", async () => {
    expect((await read(bucket()(get("/")))).status).toBe(403);
  });

  it("lists the keys with it", async () => {
    const answer = await read(bucket({ statements: [LIST] })(get("/?prefix=i")));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("<Key>index.html</Key>");
    expect(answer.text).not.toContain("my file.txt");
  });
});

describe("the REST endpoint", () => {
  it("refuses a Host that is not the bucket's", async () => {
    expect((await read(bucket()(get("/index.html", { host: "www.example.com" })))).status).toBe(
      403,
    );
  });

  it.each(["secret.tfstate", ".env", "../outside", "/etc/passwd", "assets"])(
    "serves no object whose source is %s",
    async (source) => {
      const logs: OriginLog[] = [];
      const objects = { bad: { bucket: "site", key: "bad", source } };
      const answer = await read(bucket({ objects, logs })(get("/bad")));
      expect(answer.status).toBe(403);
      expect(logs[0]?.text).toContain(`"${source}"`);
    },
  );
});
