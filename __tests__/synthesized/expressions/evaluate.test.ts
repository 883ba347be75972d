import { evaluate, type Scope } from "../../../synthesized/expressions/evaluate";
import { callFunction } from "../../../synthesized/expressions/functions/function-table";
import { parseConfigurationString, parseExpression } from "../../../synthesized/expressions/parse";
import { UnresolvedError } from "../../../synthesized/expressions/value";
import type { Json } from "../../../synthesized/stack";
import terraformValues from "./terraform-values.json";

const context = {
  files: { read: () => new Uint8Array(), list: () => [] },
  now: 0,
  renderTemplate: () => "",
};

function scopeOf(names: { readonly [name: string]: Json } = {}): Scope {
  return {
    lookup: (name) => {
      const value = names[name];
      if (value === undefined) throw new UnresolvedError(`no ${name}`);
      return value;
    },
    call: (name, args) => callFunction(name, args, context),
  };
}

const evaluated = (text: string, names?: { readonly [name: string]: Json }) =>
  evaluate(parseExpression(text), scopeOf(names));

describe("an expression has the value that Terraform 1.11 gives it", () => {
  // Compared with the real Terraform by __tests__/terraform/expressions.test.ts.
  it.each(terraformValues as [string, string][])("%s is %s", (expression, json) => {
    expect(callFunction("jsonencode", [evaluated(expression)], context)).toBe(json);
  });
});

describe("a string of a configuration in JSON", () => {
  const text = (template: string, names?: { readonly [name: string]: Json }) =>
    evaluate(parseConfigurationString(template), scopeOf(names));

  it("keeps backslashes and quotes outside of sequences", () => {
    expect(text('a\\n"b" ${"c\\n"}')).toBe('a\\n"b" c\n');
  });

  it("keeps the type of a value that stands alone", () => {
    expect(text("${var.list}", { var: { list: [1, true] } })).toEqual([1, true]);
    expect(text("${1}")).toBe(1);
    expect(text("n=${1}")).toBe("n=1");
  });

  it("keeps the type of a conditional that stands alone", () => {
    expect(text("${true ? [1] : []}")).toEqual([1]);
    expect(text("${false ? var.map : {}}", { var: { map: { a: 1 } } })).toEqual({});
    expect(text("${true ? 1 : 0}")).toBe(1);
    expect(text("${true ? false : true}")).toBe(false);
    expect(text("n=${true ? 1 : 0}")).toBe("n=1");
  });

  it("has text where a directive chooses", () => {
    expect(text("%{ if true }${1}%{ else }2%{ endif }")).toBe("1");
    expect(text("%{ if false }1%{ endif }")).toBe("");
  });

  it("loses the white space of one line, with its break, to a ~", () => {
    // Values of Terraform 1.11.
    expect(text("a:\n%{ for x in [1, 2] ~}\n  - ${x}\n%{ endfor ~}\n\n  b")).toBe(
      "a:\n  - 1\n  - 2\n\n  b",
    );
    expect(text("x\n\n  ${~ 1 ~}\n  y %{ if true ~}\n  z%{ endif }")).toBe("x\n\n1  y   z");
    expect(text("b: ${~ 1 ~}  \n   \n  c\n  %{~ if true ~}  \n   d%{ endif }")).toBe(
      "b:1   \n  c\n   d",
    );
    expect(text('${"x\\n  ${~ 1 ~}\\n  y"}')).toBe("x1y");
  });

  it("writes escaped sequences out literally", () => {
    expect(text("$${stageVariables.x} %%{if}")).toBe("${stageVariables.x} %{if}");
  });
});

describe("evaluation", () => {
  it("leaves the branch that is not taken alone", () => {
    expect(evaluated('true ? "a" : nowhere.at.all')).toBe("a");
    expect(evaluated("true || nowhere")).toBe(true);
  });

  it("does not take an unknown value for a failure that try catches", () => {
    expect(() => evaluated('try(nowhere.id, "x")')).toThrow(UnresolvedError);
    expect(evaluated('try(known.id, "x")', { known: {} })).toBe("x");
  });

  it("takes a block written as an object for a list of one", () => {
    const names = { cert: { options: { name: "n" } } };
    expect(evaluated("cert.options[0].name", names)).toBe("n");
    expect(evaluated("cert.options[*].name", names)).toEqual(["n"]);
  });

  it("has no element for the splat of null", () => {
    expect(evaluated("nothing[*].id", { nothing: null })).toEqual([]);
  });

  it.each([
    ['"x${null}"', /null, which has no text/],
    ["[1][1]", /a list of 1 has no element 1/],
    ['{ a = 1 }["b"]', /no attribute or key "b"/],
    ["1 / 0", /division by zero/],
    ['"a" + 1', /a number is needed, got "a"/],
    ['{for x in ["a", "a"] : x => x}', /two elements of a for expression have the key "a"/],
    ['join(",")', /join takes 2 or more arguments, got 1/],
    ['upper(["a"])', /upper: a string is needed, got a list of 1/],
    ["uuid()", /the function uuid is not supported/],
    ['provider::aws::arn_parse("x")', /the function provider::aws::arn_parse is not supported/],
    ['regex("x", "y")', /finds no x in "y"/],
    ["element([], 0)", /empty list/],
    ['jsondecode("{")', /has no JSON/],
    ['yamldecode("a: [")', /^yamldecode: /],
    ['yamldecode("a: 1\\n---\\nb: 2")', /more than one document/],
    ['yamlencode({ "a\\nb" = 1 })', /keys of several lines or 128 bytes is not supported/],
  ])("%s says what is wrong", (expression, message) => {
    expect(() => evaluated(expression)).toThrow(message);
  });
});
