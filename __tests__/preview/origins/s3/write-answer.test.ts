import { read } from "../support/exchange";
import { bucket, get, grant } from "../support/site-bucket";

describe("other methods", () => {
  const headers = [
    ["Origin", "https://a.example"],
    ["Access-Control-Request-Method", "GET"],
  ] as const;
  it("refuse OPTIONS without CORS rules", async () => {
    const answer = await read(bucket()(get("/index.html", { method: "OPTIONS", headers })));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("CORS is not enabled for this bucket");
  });

  it("answer OPTIONS by the CORS rule that fits", async () => {
    const more = {
      aws_s3_bucket_cors_configuration: {
        site: {
          bucket: "site",
          cors_rule: [
            {
              allowed_origins: ["https://*.example"],
              allowed_methods: ["GET"],
              max_age_seconds: 60,
            },
          ],
        },
      },
    };
    const answer = await read(bucket({ more })(get("/x", { method: "OPTIONS", headers })));
    expect(answer.status).toBe(200);
    expect(answer.header("access-control-allow-origin")).toBe("https://a.example");
    expect(answer.header("access-control-max-age")).toBe("60");
  });

  it.each([
    ["PUT", 403],
    ["DELETE", 403],
    ["POST", 405],
    ["PATCH", 405],
  ])("answer %s with %i where the policy allows only reading", async (method, status) => {
    expect((await read(bucket()(get("/index.html", { method, body: "x" })))).status).toBe(status);
  });

  it("write to memory where the policy allows it", async () => {
    const fetch = bucket({ statements: [grant("s3:*", "arn:aws:s3:::site/*")] });
    expect((await read(fetch(get("/new", { method: "PUT", body: "x" })))).status).toBe(200);
    expect(await read(fetch(get("/new")))).toMatchObject({ status: 200, text: "x" });
    expect((await read(fetch(get("/new", { method: "DELETE" })))).status).toBe(204);
    expect((await read(fetch(get("/new")))).status).toBe(403);
  });
});
