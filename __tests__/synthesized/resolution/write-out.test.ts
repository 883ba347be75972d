import { output, outputs, resolve } from "../../support/resolved-outputs";

const bucket = { aws_s3_bucket: { site: { bucket: "my-site" } } };

describe("what cannot be resolved", () => {
  it("stays as it is and is listed with its place and the reason", async () => {
    const stack = {
      resource: {
        aws_cloudfront_distribution: {
          d: { origin: [{ domain_name: "${data.aws_x.y.host}" }], comment: "${var.c}" },
        },
      },
      data: { aws_x: { y: {} } },
      variable: { c: {} },
    };
    const { stack: resolved, unresolved } = await resolve(stack);
    expect(resolved.resource?.aws_cloudfront_distribution?.d).toMatchObject({
      origin: [{ domain_name: "${data.aws_x.y.host}" }],
      comment: "${var.c}",
    });
    expect(unresolved).toEqual([
      {
        address: "aws_cloudfront_distribution.d",
        path: "origin.0.domain_name",
        expression: "${data.aws_x.y.host}",
        reason:
          "data.aws_x.y.host is known only after a deployment; supply it with --set data.aws_x.y.host=VALUE",
      },
      {
        address: "aws_cloudfront_distribution.d",
        path: "comment",
        expression: "${var.c}",
        reason: 'variable "c" has no default; supply it with --set var.c=VALUE',
      },
    ]);
  });

  it("is supplied by set, at the source or at the place", async () => {
    const stack = {
      resource: { aws_x: { a: { host: "${data.aws_y.b.host}", other: "${var.v}" } } },
      data: { aws_y: { b: {} } },
      variable: { v: { type: "list(string)" } },
      output: output({ host: "${aws_x.a.host}", other: "${aws_x.a.other[0]}" }),
    };
    const options = { set: { "data.aws_y.b.host": "h", "var.v": '["first"]' } };
    expect(await outputs(stack, options)).toEqual({ host: "h", other: "first" });
    const place = {
      set: { "aws_x.a.host": "direct", "aws_x.a.other[0]": "ignored", "var.v": "[]" },
    };
    expect(await outputs(stack, place)).toMatchObject({ host: "direct" });
  });

  it("is supplied inside blocks, with dots or brackets", async () => {
    const origin = [{ domain_name: "${nothing.at.all}" }];
    const stack = { resource: { aws_cloudfront_distribution: { d: { origin } } } };
    for (const path of ["origin[0].domain_name", "origin.0.domain_name"]) {
      const set = { [`aws_cloudfront_distribution.d.${path}`]: "h.example" };
      const { stack: resolved, unresolved } = await resolve(stack, { set });
      expect(unresolved).toEqual([]);
      expect(resolved.resource?.aws_cloudfront_distribution?.d).toMatchObject({
        origin: [{ domain_name: "h.example" }],
      });
    }
  });

  it("refuses a value for what the stack does not have", async () => {
    const stack = { resource: bucket, variable: { v: {} } };
    await expect(resolve(stack, { set: { "aws_s3_bucket.sit.id": "x" } })).rejects.toThrow(
      '--set names "aws_s3_bucket.sit.id", which the stack does not define; write ADDRESS.ATTRIBUTE=VALUE with one of: aws_s3_bucket.site, var.v',
    );
  });

  it("names what is near among many things that a value could be for", async () => {
    const names = Array.from({ length: 11 }, (_, index) => [`q${index}`, {}]);
    const stack = { resource: { ...bucket, aws_sqs_queue: Object.fromEntries(names) } };
    await expect(resolve(stack, { set: { "aws_s3_bucket.sit.id": "x" } })).rejects.toThrow(
      /with one of: aws_s3_bucket\.site$/,
    );
    await expect(resolve(stack, { set: { "aws_lb.main.dns_name": "x" } })).rejects.toThrow(
      /with one of: aws_s3_bucket\.NAME, aws_sqs_queue\.NAME$/,
    );
  });

  it("takes a variable or a local value that another file of the folder declares", async () => {
    const stack = { output: output({ name: "${var.name}-${local.stage}" }) };
    const set = { "var.name": "shop", "local.stage": "dev" };
    expect(await outputs(stack, { set })).toEqual({ name: "shop-dev" });
    await expect(resolve(stack, { set: { "var.nam": "shop" } })).rejects.toThrow(
      '--set names "var.nam", which the stack does not define',
    );
  });

  it("reports a cycle instead of hanging", async () => {
    const { unresolved } = await resolve({ locals: { a: "${local.b}", b: "x${local.a}" } });
    expect(unresolved.map(({ address, reason }) => [address, reason])).toEqual([
      ["local.a", "a cycle: local.b → local.a → local.b"],
      ["local.b", "a cycle: local.b → local.a → local.b"],
    ]);
  });

  it("reports a computed attribute that needs itself", async () => {
    const part = { parent_id: "${aws_api_gateway_resource.a.path}", path_part: "x" };
    const { unresolved } = await resolve({ resource: { aws_api_gateway_resource: { a: part } } });
    expect(unresolved).toMatchObject([
      { path: "parent_id", reason: expect.stringMatching(/cycle/) },
    ]);
  });

  it.each([
    ["${aws_s3_bucket.nope.id}", "the stack defines no aws_s3_bucket.nope"],
    ["${aws_lb.x.arn}", "the stack defines no resource of type aws_lb"],
    ["${data.aws_lb.x.arn}", "the stack defines no data.aws_lb"],
    ["${local.x}", 'the stack defines no local value "x"; supply it with --set local.x=VALUE'],
    ["${var.x}", 'the stack defines no variable "x"; supply it with --set var.x=VALUE'],
    ["${constructor}", "the stack defines no resource of type constructor"],
    ["${each.key}", "each has no value here; is for_each or count resolved?"],
    ["${", "expected an expression at character 3, found the end"],
    [`\${${"(".repeat(20_000)}`, "Maximum call stack size exceeded"],
  ])("names the reason for %s", async (value, reason) => {
    const { unresolved } = await resolve({ resource: bucket, output: output({ value }) });
    expect(unresolved).toMatchObject([{ address: "output.value", path: "value", reason }]);
  });

  it("names modules, whose outputs can be supplied", async () => {
    const stack = {
      module: { api: { source: "./api" } },
      output: output({ url: "${module.api.url}" }),
    };
    const { unresolved } = await resolve(stack);
    expect(unresolved.map(({ address }) => address)).toEqual(["module.api", "output.url"]);
    expect(unresolved[1]?.reason).toBe(
      "modules are not read; supply the output with --set module.api.url=VALUE",
    );
    expect(await outputs(stack, { set: { "module.api.url": "u" } })).toEqual({ url: "u" });
  });

  it("names the output of one of several instances of a module", async () => {
    const stack = {
      module: { edge: { for_each: ["a"], source: "./e" }, one: { count: 2, source: "./o" } },
      output: output({ arn: '${module.edge["a"].arn}', id: "${module.one[1].id}" }),
    };
    const { unresolved } = await resolve(stack);
    expect(
      unresolved.flatMap(({ reason }) => /--set (\S+\])\.\w+=VALUE/.exec(reason)?.[1] ?? []),
    ).toEqual(['module.edge["a"]', "module.one[1]"]);
    const set = { 'module.edge["a"].arn': "x", "module.one[1].id": "y" };
    expect(await outputs(stack, { set })).toEqual({ arn: "x", id: "y" });
  });

  it("asks for an output of a counted module, whether one instance is named or all", async () => {
    const stack = {
      module: { one: { count: 1, source: "registry/one/aws" } },
      output: output({ a: "${module.one[0].id}", b: "${one(module.one[*].id)}" }),
    };
    const { unresolved } = await resolve(stack);
    const asked = "the output with --set module.one[0].id=VALUE";
    expect(unresolved.slice(1).map(({ reason }) => reason.endsWith(asked))).toEqual([true, true]);
    const set = { "module.one[0].id": "x" };
    expect(await outputs(stack, { set })).toEqual({ a: "x", b: "x" });
  });

  it("asks for an output of another configuration's state, and takes it", async () => {
    const stack = {
      data: { terraform_remote_state: { net: { backend: "s3" } } },
      output: output({ a: "${data.terraform_remote_state.net.outputs.alb.dns}" }),
    };
    const path = "data.terraform_remote_state.net.outputs.alb";
    const { unresolved } = await resolve(stack);
    expect(unresolved.at(-1)?.reason).toBe(
      `the state is not read; supply the output with --set ${path}=VALUE`,
    );
    expect(await outputs(stack, { set: { [`${path}.dns`]: "a.example.com" } })).toEqual({
      a: "a.example.com",
    });
  });

  it("takes a part of a module's output", async () => {
    const stack = {
      module: { core: { source: "./core" } },
      output: output({ zone: "${module.core.vpc.zone.name}" }),
    };
    const set = { "module.core.vpc.zone.name": "example.org" };
    expect(await outputs(stack, { set })).toEqual({ zone: "example.org" });
  });
});
