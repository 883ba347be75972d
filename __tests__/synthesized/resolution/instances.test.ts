import { output, outputs, resolve } from "../../support/resolved-outputs";

describe("count and for_each", () => {
  it("become resources with addresses of their own", async () => {
    const stack = {
      resource: {
        aws_a: { n: { count: 2, name: "n${count.index}" } },
        aws_b: { m: { for_each: { x: "1", y: "2" }, name: "${each.key}${each.value}" } },
      },
      output: output({
        names: "${aws_a.n[*].name}",
        y: '${aws_b.m["y"].name}',
        all: "${[for key, one in aws_b.m : one.name]}",
      }),
    };
    const { stack: resolved } = await resolve(stack);
    expect(Object.keys(resolved.resource?.aws_a ?? {})).toEqual(["n[0]", "n[1]"]);
    expect(resolved.resource?.aws_b?.['m["x"]']).toEqual(expect.objectContaining({ name: "x1" }));
    expect(resolved.resource?.aws_b?.['m["x"]']).not.toHaveProperty("for_each");
    expect(await outputs(stack)).toEqual({ names: ["n0", "n1"], y: "y2", all: ["x1", "y2"] });
  });

  it("stay when they cannot be resolved, and references say why", async () => {
    const stack = {
      variable: { n: {} },
      resource: { aws_a: { x: { count: "${var.n}", name: "a" } } },
      output: output({ x: "${aws_a.x[0].name}" }),
    };
    const { stack: resolved, unresolved } = await resolve(stack);
    expect(resolved.resource?.aws_a?.x).toMatchObject({ count: "${var.n}", name: "a" });
    expect(unresolved.map(({ address, path }) => [address, path])).toEqual([
      ["aws_a.x", "count"],
      ["output.x", "value"],
    ]);
  });

  it("expand certificates' validation records", async () => {
    const stack = {
      resource: {
        aws_acm_certificate: { c: { domain_name: "a.example" } },
        aws_route53_record: {
          v: {
            for_each:
              "${{for o in aws_acm_certificate.c.domain_validation_options : o.domain_name => o}}",
            name: "${each.value.resource_record_name}",
          },
        },
      },
    };
    const { stack: resolved, unresolved } = await resolve(stack);
    expect(unresolved).toEqual([]);
    expect(resolved.resource?.aws_route53_record?.['v["a.example"]']?.name).toMatch(
      /^_[0-9a-f]{32}\.a\.example\.$/,
    );
  });

  it("leave a dynamic block that cannot be resolved as it is, and nothing else", async () => {
    const dynamic = { origin: { for_each: "${var.hosts}", content: { id: "${origin.value}" } } };
    const { stack, unresolved } = await resolve({
      variable: { hosts: {} },
      resource: { aws_a: { x: { name: "${1 + 1}", dynamic } } },
    });
    expect(stack.resource?.aws_a?.x).toMatchObject({ name: 2, origin: dynamic.origin });
    expect(unresolved).toMatchObject([
      { address: "aws_a.x", path: "origin", expression: "${var.hosts}" },
    ]);
  });

  it("do not take two dynamic blocks of one name for a cycle", async () => {
    const dynamicOf = (for_each: unknown) => ({
      dynamic: { origin: { for_each, content: { id: "${origin.value}" } } },
    });
    const { stack, unresolved } = await resolve({
      resource: { aws_a: { x: dynamicOf("${aws_a.y.origin[*].id}"), y: dynamicOf(["p"]) } },
    });
    expect(unresolved).toEqual([]);
    expect(stack.resource?.aws_a?.x).toMatchObject({ origin: [{ id: "p" }] });
  });

  it("expand dynamic blocks beside the blocks that are written out", async () => {
    const stack = {
      resource: {
        aws_a: {
          x: {
            origin: { id: "fixed" },
            dynamic: {
              origin: { for_each: ["p", "q"], content: { id: "${origin.value}${origin.key}" } },
              header: { for_each: { a: 1 }, iterator: "h", content: { name: "${h.key}" } },
              // As a converter writes the name of HCL.
              port: { for_each: [80], iterator: "${p}", content: { number: "${p.value}" } },
            },
          },
        },
      },
      output: output({ second: "${aws_a.x.origin[1].id}" }),
    };
    const { stack: resolved } = await resolve(stack);
    expect(resolved.resource?.aws_a?.x).toMatchObject({
      origin: [{ id: "fixed" }, { id: "p0" }, { id: "q1" }],
      header: [{ name: "a" }],
      port: [{ number: 80 }],
    });
    expect(await outputs(stack)).toEqual({ second: "p0" });
  });

  it("expand dynamic blocks whose labels are in a list", async () => {
    const dynamic = [
      { origin: { for_each: { a: "x" }, content: { id: "${origin.key}${origin.value}" } } },
      { header: [{ for_each: [1], content: [{ name: "h${header.value}" }] }] },
      { origin: { for_each: ["y"], content: { id: "${origin.value}" } } },
    ];
    const { stack, unresolved } = await resolve({ resource: { aws_a: { x: { dynamic } } } });
    expect(unresolved).toEqual([]);
    expect(stack.resource?.aws_a?.x).toMatchObject({
      origin: [{ id: "ax" }, { id: "y" }],
      header: [{ name: "h1" }],
    });
  });

  it("expand a dynamic block over elements of which one is not known", async () => {
    const for_each = ["a", "${var.host}"];
    const { stack, unresolved } = await resolve({
      variable: { host: {} },
      resource: {
        aws_a: { x: { dynamic: { origin: { for_each, content: { id: "${origin.value}" } } } } },
      },
    });
    expect(stack.resource?.aws_a?.x?.origin).toEqual([{ id: "a" }, { id: "${origin.value}" }]);
    expect(unresolved).toMatchObject([{ address: "aws_a.x", path: "origin.1.id" }]);
  });

  it("expand dynamic blocks over a set with its elements as keys", async () => {
    const of = (for_each: string) => ({
      dynamic: { origin: { for_each, content: { id: "${origin.key}-${origin.value}" } } },
    });
    const stack = {
      locals: { names: '${toset(["q", "p"])}' },
      resource: {
        aws_a: {
          made: of('${toset(["q", "p"])}'),
          named: of("${local.names}"),
          united: of('${setunion(["q"], local.names)}'),
          listed: of('${["q", "p"]}'),
        },
      },
    };
    const { stack: resolved } = await resolve(stack);
    const set = { origin: [{ id: "p-p" }, { id: "q-q" }] };
    expect(resolved.resource?.aws_a).toMatchObject({
      made: set,
      named: set,
      united: set,
      listed: { origin: [{ id: "0-q" }, { id: "1-p" }] },
    });
  });
});
