import { growthOf, NEARLY_LINEAR } from "../support/growth";
import { output, outputs, resolve } from "../support/resolved-outputs";

const bucket = { aws_s3_bucket: { site: { bucket: "my-site" } } };

describe("resolveStack", () => {
  it("replaces references by arguments and computed attributes", async () => {
    const stack = {
      provider: { aws: [{ region: "eu-west-1" }] },
      resource: {
        ...bucket,
        aws_s3_object: { page: { bucket: "${aws_s3_bucket.site.id}", key: "index.html" } },
      },
      output: output({
        domain: "https://${aws_s3_bucket.site.bucket_regional_domain_name}/",
        object: "${aws_s3_object.page.arn}",
      }),
    };
    expect(await outputs(stack)).toEqual({
      domain: "https://my-site.s3.eu-west-1.amazonaws.com/",
      object: "arn:aws:s3:::my-site/index.html",
    });
  });

  it("keeps the shape of the JSON and adds computed attributes beside the arguments", async () => {
    const { stack, unresolved } = await resolve({
      terraform: { backend: { local: { path: "${not.evaluated}" } } },
      variable: { name: { default: "${not.evaluated}" } },
      resource: {
        aws_s3_bucket: {
          site: { bucket: "b", provider: "aws.eu", depends_on: ["aws_x.y"], tags: { "${1}": "a" } },
        },
      },
    });
    expect(unresolved).toEqual([]);
    expect(stack.terraform).toEqual({ backend: { local: { path: "${not.evaluated}" } } });
    expect(stack.variable).toEqual({ name: { default: "${not.evaluated}" } });
    expect(stack.resource?.aws_s3_bucket?.site).toMatchObject({
      bucket: "b",
      provider: "aws.eu",
      depends_on: ["aws_x.y"],
      tags: { "1": "a" },
      id: "b",
      arn: "arn:aws:s3:::b",
    });
  });

  it("gives the same values in every run", async () => {
    const stack = { resource: { aws_s3_bucket: { a: {} }, aws_api_gateway_rest_api: { b: {} } } };
    expect(await resolve(stack)).toEqual(await resolve(stack));
  });

  it("takes the region of the provider's alias, and of the resource", async () => {
    const stack = {
      variable: { region: { default: "eu-central-1" } },
      provider: {
        aws: [{ region: "${var.region}" }, { alias: "global", region: "us-east-1" }],
      },
      resource: {
        aws_acm_certificate: {
          here: { domain_name: "a.example" },
          there: { domain_name: "a.example", provider: "aws.global" },
          own: { domain_name: "a.example", region: "eu-west-3" },
        },
      },
      output: output({
        regions:
          '${[for c in ["here", "there", "own"] : split(":", aws_acm_certificate[c].arn)[3]]}',
      }),
    };
    expect(await outputs(stack)).toEqual({ regions: ["eu-central-1", "us-east-1", "eu-west-3"] });
  });

  it("uses the region and the account that it is given where the stack names none", async () => {
    const stack = {
      output: output({ queue: "${aws_sqs_queue.q.arn}" }),
      resource: { aws_sqs_queue: { q: { name: "jobs" } } },
    };
    expect(await outputs(stack, { region: "sa-east-1", accountId: "999999999999" })).toEqual({
      queue: "arn:aws:sqs:sa-east-1:999999999999:jobs",
    });
  });

  it("knows locals, variables, path, workspace and data sources", async () => {
    const stack = {
      locals: { a: "${local.b}-${var.v}", b: "b" },
      variable: { v: { default: 3 } },
      data: { aws_region: { current: {} } },
      output: output({
        a: "${local.a}",
        path: "${path.module}/x",
        workspace: "${terraform.workspace}",
        region: "${data.aws_region.current.region}",
      }),
    };
    expect(await outputs(stack)).toEqual({
      a: "b-3",
      path: "./x",
      workspace: "default",
      region: "us-east-1",
    });
  });

  it("evaluates an attribute although another one refers back to it", async () => {
    const stack = {
      resource: {
        ...bucket,
        aws_s3_bucket_policy: {
          p: { bucket: "${aws_s3_bucket.site.id}", policy: "${aws_cloudfront_distribution.d.arn}" },
        },
        aws_cloudfront_distribution: {
          d: { origin: { domain_name: "${aws_s3_bucket_policy.p.bucket}" } },
        },
      },
    };
    const { unresolved } = await resolve(stack);
    expect(unresolved).toEqual([]);
  });

  it("renders template files in the stack's folder", async () => {
    const stack = {
      output: output({ text: '${templatefile("${path.module}/t.tpl", { n = "x" })}' }),
    };
    const files = { read: () => Buffer.from('%{ if n == "x" }<${n}>%{ endif }'), list: () => [] };
    expect(await outputs(stack, { files })).toEqual({ text: "<x>" });
  });

  it("takes eight times as long for eight times the objects, not 64 times", async () => {
    const growth = await growthOf((count) => {
      const objects = Array.from({ length: count }, (_, index) => [
        `file_${index}`,
        { bucket: "${aws_s3_bucket.site.bucket}", key: `${index}`, etag: `\${md5("${index}")}` },
      ]);
      return resolve({ resource: { ...bucket, aws_s3_object: Object.fromEntries(objects) } });
    });
    expect(growth).toBeLessThan(NEARLY_LINEAR);
  });
});
