import type { Json, SynthesizedStack } from "../../synthesized/stack";
import { expanded } from "../../validations/expanded";

const bucketsOf = (loop: object, rest: object = {}) => {
  const stack = {
    resource: { aws_s3_bucket: { site: { ...loop, bucket: "${each.key}" } } },
    ...rest,
  };
  return Object.keys(expanded(stack as SynthesizedStack).resource?.aws_s3_bucket ?? {});
};

const variable = (value: Json) => ({ variable: { all: [{ default: value }] } });

describe("an expanded configuration", () => {
  it.each([
    ["a literal", { for_each: { a: 1, b: 2 } }, {}, ['site["a"]', 'site["b"]']],
    ["a local value", { for_each: "${local.all}" }, { locals: { all: { a: 1 } } }, ['site["a"]']],
    ["a default", { for_each: "${toset(var.all)}" }, variable(["a"]), ['site["a"]']],
    ["a flag that is on", { count: "${var.all ? 1 : 0}" }, variable(true), ["site[0]"]],
    ["a literal zero", { count: 0 }, {}, []],
  ])("names the instances of %s as Terraform prints them", (_, loop, rest, expected) => {
    expect(bucketsOf(loop, rest)).toEqual(expected);
  });

  it.each([
    ["no default", { count: "${var.all}" }, { variable: { all: [{}] } }],
    ["an empty default", { for_each: "${var.all}" }, variable({})],
    ["a flag that is off", { count: "${var.all ? 1 : 0}" }, variable(false)],
    ["text", { count: '${var.all == "prod" ? 1 : 0}' }, variable("dev")],
  ])("leaves a loop over a variable with %s, which others fill in", (_, loop, rest) => {
    expect(bucketsOf(loop, rest)).toEqual(["site"]);
  });

  it.each([1e9, -1, 1.5])("leaves a count that nobody means: %s", (count) => {
    expect(bucketsOf({ count })).toEqual(["site"]);
  });

  it("follows a loop over the instances of another resource", () => {
    const { resource } = expanded({
      resource: {
        aws_s3_bucket: { site: { for_each: { a: 1, b: 2 }, bucket: "${each.key}" } },
        aws_s3_bucket_policy: {
          site: { for_each: "${aws_s3_bucket.site}", bucket: "${each.value.id}" },
        },
      },
    });
    expect(resource?.aws_s3_bucket_policy).toEqual({
      'site["a"]': { bucket: '${aws_s3_bucket.site["a"].id}' },
      'site["b"]': { bucket: '${aws_s3_bucket.site["b"].id}' },
    });
  });

  it("leaves a resource of which another one names an instance that is not known", () => {
    const stack = {
      resource: {
        aws_s3_bucket: { site: { for_each: { a: 1, b: 2 }, bucket: "${each.key}" } },
        aws_s3_bucket_policy: {
          site: { for_each: "${var.all}", bucket: "${aws_s3_bucket.site[each.key].id}" },
        },
      },
    };
    expect(expanded(stack)).toEqual(stack);
  });

  it("leaves loops that go round in a circle", () => {
    const stack = {
      resource: {
        aws_a: { x: { for_each: "${aws_b.y}" } },
        aws_b: { y: { for_each: "${aws_a.x}" } },
      },
    };
    expect(expanded(stack)).toEqual(stack);
  });
});
