import type { Scope } from "../../../synthesized/expressions/evaluate";
import { UnresolvedError } from "../../../synthesized/expressions/value";
import { createParser } from "../../../synthesized/resolution/bind";
import { createGuard } from "../../../synthesized/resolution/lazy";
import { overridesOf } from "../../../synthesized/resolution/paths";
import { unroll } from "../../../synthesized/resolution/unroll";
import type { Json } from "../../../synthesized/stack";

const evaluation = { guard: createGuard(), overrides: overridesOf({}), parse: createParser() };

const scope: Scope = {
  lookup: (name) => {
    throw new UnresolvedError(`${name} is not known`);
  },
  call: (name) => {
    throw new UnresolvedError(`${name} is not known`);
  },
};

const unrolled = (raw: Json) => unroll({ raw, scope }, "aws_x.y", evaluation);

/** What one `dynamic "origin"` gives. */
const origins = (for_each: Json, content: Json, more: object = {}) =>
  unrolled({ dynamic: { origin: [{ for_each, content, ...more }] } });

describe("an unrolled block", () => {
  it("has the blocks of a dynamic one after those that are written out", () => {
    expect(
      unrolled({
        origin: { origin_id: "site" },
        dynamic: { origin: { for_each: ["a", "b"], content: { origin_id: "${origin.value}" } } },
      }),
    ).toEqual({ origin: [{ origin_id: "site" }, { origin_id: "a" }, { origin_id: "b" }] });
  });

  it("puts the expression of an element in the place of its name", () => {
    expect(
      origins([{ host: "${aws_lb.api.dns_name}" }], {
        domain_name: "${origin.value.host}",
        path: "/${origin.key}/${local.path}",
      }),
    ).toEqual({ origin: [{ domain_name: "${aws_lb.api.dns_name}", path: "/0/${local.path}" }] });
  });

  it("names the instance that a key means", () => {
    const domain_name = "${aws_s3_bucket.site[origin.key].bucket_regional_domain_name}";
    expect(origins({ a: {} }, { domain_name })).toEqual({
      origin: [{ domain_name: '${aws_s3_bucket.site["a"].bucket_regional_domain_name}' }],
    });
  });

  it("follows a for expression whose elements are known in part", () => {
    const all =
      "[for name, one in {a = aws_lb.a, b = aws_lb.b} : {id = name, host = one.dns_name}]";
    expect(
      origins(`\${${all}}`, {
        origin_id: "${origin.value.id}",
        domain_name: "${origin.value.host}",
      }),
    ).toEqual({
      origin: [
        { origin_id: "a", domain_name: "${aws_lb.a.dns_name}" },
        { origin_id: "b", domain_name: "${aws_lb.b.dns_name}" },
      ],
    });
  });

  it("takes one element of a map that holds others that are not known", () => {
    expect(
      origins([{ id: "a", host: "${aws_lb.api.dns_name}" }], {
        origin_id: "${origin.value.id}",
        domain_name: '${lookup(origin.value, "host", null)}',
      }),
    ).toEqual({ origin: [{ origin_id: "a", domain_name: "${aws_lb.api.dns_name}" }] });
  });

  it("keeps the type of a value, null too", () => {
    expect(
      origins([{ port: 80, path: null, methods: ["GET"] }], {
        port: "${origin.value.port}",
        path: "${origin.value.path}",
        methods: "${origin.value.methods}",
      }),
    ).toEqual({ origin: [{ port: 80, path: null, methods: ["GET"] }] });
  });

  it("escapes a value that looks like an expression", () => {
    expect(origins(["$${a}"], { id: "${origin.value}" })).toEqual({ origin: [{ id: "$${a}" }] });
  });

  it("unrolls a dynamic block in a dynamic block, under the names of its iterators", () => {
    const header = {
      for_each: "${o.value.headers}",
      content: { name: "${o.key}-${header.value}" },
    };
    expect(
      origins([{ headers: ["x", "y"] }], { dynamic: { header } }, { iterator: "${o}" }),
    ).toEqual({ origin: [{ header: [{ name: "0-x" }, { name: "0-y" }] }] });
  });

  it("leaves the names of a `for` alone that hide those of the loop", () => {
    const all = "${[for origin in local.all : origin.value]}";
    expect(origins(["a"], { all })).toEqual({ origin: [{ all }] });
  });

  it("keeps a dynamic block whose for_each is not known, beside those that are written out", () => {
    const raw = {
      origin: [{ origin_id: "site" }],
      dynamic: { origin: [{ for_each: "${var.all}", content: [{ origin_id: "${origin.key}" }] }] },
    };
    expect(unrolled(raw)).toEqual(raw);
  });
});
