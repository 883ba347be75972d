import { withoutLists } from "../../synthesized/list-shapes";
import type { Json } from "../../synthesized/stack";

describe("withoutLists", () => {
  const expected = { resource: { aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" } } } };

  it.each<[string, Json]>([
    ["objects", { aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" } } }],
    ["a list of types", [{ aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" } } }]],
    [
      "a list with the same type twice",
      [{ aws_s3_bucket: { a: { bucket: "a" } } }, { aws_s3_bucket: { b: { bucket: "b" } } }],
    ],
    ["a list of names", { aws_s3_bucket: [{ a: { bucket: "a" } }, { b: { bucket: "b" } }] }],
    [
      "objects, with null for what is not there",
      {
        aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" }, c: null },
        aws_s3_object: null,
      },
    ],
    ["a list of one body", { aws_s3_bucket: { a: [{ bucket: "a" }], b: { bucket: "b" } } }],
  ])("reads resources written as %s", (_, resource) => {
    expect(withoutLists({ resource })).toEqual(expected);
  });

  it("leaves the nested blocks of a resource as they are", () => {
    const body = { origin: [{ origin_id: "a" }], tags: { x: "1" } };
    expect(withoutLists({ resource: { t: { n: [body] } } })).toEqual({
      resource: { t: { n: body } },
    });
  });

  it("joins lists of local values and of variables", () => {
    expect(
      withoutLists({
        locals: [{ a: [1] }, { b: 2 }],
        variable: [{ x: { default: 1 } }, { y: {} }],
      }),
    ).toEqual({ locals: { a: [1], b: 2 }, variable: { x: { default: 1 }, y: {} } });
  });

  it("keeps every configuration of a provider", () => {
    expect(withoutLists({ provider: [{ aws: {} }, { aws: { alias: "us" } }] })).toEqual({
      provider: { aws: [{}, { alias: "us" }] },
    });
  });
});
