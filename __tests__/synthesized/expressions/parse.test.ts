import {
  isTemplate,
  parseConfigurationString,
  parseExpression,
} from "../../../synthesized/expressions/parse";

const name = (text: string) => ({ kind: "name", name: text });
const literal = (value: unknown) => ({ kind: "literal", value });
const attribute = (of: unknown, key: unknown) => ({ kind: "index", of, key: literal(key) });

describe("the parser", () => {
  it("reads a reference as a chain of attributes", () => {
    expect(parseConfigurationString("${aws_s3_bucket.site-1.id}")).toEqual(
      attribute(attribute(name("aws_s3_bucket"), "site-1"), "id"),
    );
  });

  it("reads indexes in brackets and after dots", () => {
    const expected = attribute(attribute(name("a"), 0), "b");
    expect(parseExpression("a[0].b")).toEqual(expected);
    expect(parseExpression("a.0.b")).toEqual(expected);
  });

  it("binds operators by precedence, from the left", () => {
    expect(parseExpression("1 - 2 - 3 * 4")).toEqual({
      kind: "binary",
      operator: "-",
      left: { kind: "binary", operator: "-", left: literal(1), right: literal(2) },
      right: { kind: "binary", operator: "*", left: literal(3), right: literal(4) },
    });
  });

  it("takes a bare key of an object for a word and one in parentheses for a reference", () => {
    expect(parseExpression("{ a = 1, (b) = 2\n c : 3 }")).toEqual({
      kind: "object",
      items: [
        [literal("a"), literal(1)],
        [name("b"), literal(2)],
        [literal("c"), literal(3)],
      ],
    });
  });

  it("skips comments and line breaks", () => {
    expect(parseExpression("[ # one\n 1, // two\n /* three */ 2\n]")).toEqual({
      kind: "tuple",
      items: [literal(1), literal(2)],
    });
  });

  it("does not take a parenthesis on the next line for a call", () => {
    expect(parseExpression("{ a = b\n (c) = d }")).toMatchObject({
      items: [
        [literal("a"), name("b")],
        [name("c"), name("d")],
      ],
    });
  });

  it("knows text without sequences from a template", () => {
    expect(isTemplate("a $ { % }")).toBe(false);
    expect(isTemplate("$${a}")).toBe(true);
  });

  it.each([
    ["${", /expected an expression at character 3, found the end/],
    ["${a", /expected "}" at character 4, found the end/],
    ["${a b}", /expected "}" at character 5, found "b}"/],
    ["${a.}", /the name of an attribute/],
    ['${"a}', /closing '"'/],
    ['${"\\q"}', /after a backslash/],
    ["%{ if true }x", /%{ endif }/],
    ["%{ while }", /"if" or "for"/],
    ["${[for x : y]}", /"in"/],
    ["${{for x in y : x}}", /"=>"/],
    ["${<<EOT\nx\nEOT\n}", /an expression/],
  ])("refuses %s and says where", (text, message) => {
    expect(() => parseConfigurationString(text)).toThrow(message);
  });
});
