import { matchesSchema } from "../../../../preview/origins/rest-api/json-schema";
import type { Json } from "../../../../synthesized/stack";

const matches = (value: Json, schema: Json) => matchesSchema(value, schema, () => undefined);

describe("a JSON schema", () => {
  it.each<[Json, Json, boolean]>([
    ["a", {}, true],
    ["a", { type: "string" }, true],
    [1, { type: ["string", "null"] }, false],
    [null, { type: ["string", "null"] }, true],
    [1.5, { type: "integer" }, false],
    [1, { type: "number" }, true],
    [[], { type: "object" }, false],
    ["b", { enum: ["a", "b"] }, true],
    [{ a: 1 }, { enum: [{ a: 2 }] }, false],
    ["abc", { minLength: 3, maxLength: 3, pattern: "^a" }, true],
    ["abcd", { maxLength: 3 }, false],
    ["xbc", { pattern: "^a" }, false],
    ["xbc", { pattern: "(" }, true],
    [5, { minimum: 5, maximum: 5 }, true],
    [5, { minimum: 5, exclusiveMinimum: true }, false],
    [5, { exclusiveMaximum: 5 }, false],
    [5, { multipleOf: 2 }, false],
    [[1, 2], { items: { type: "integer" }, minItems: 2, maxItems: 2 }, true],
    [[1, "2"], { items: { type: "integer" } }, false],
    [[1, 1], { uniqueItems: true }, false],
    [{ a: 1, b: 2 }, { properties: { a: {} }, additionalProperties: false }, false],
    [{ a: 1, b: 2 }, { properties: { a: {} }, additionalProperties: { type: "integer" } }, true],
    [{ "x-a": 1 }, { patternProperties: { "^x-": { type: "string" } } }, false],
    [{ a: 1 }, { maxProperties: 0 }, false],
    [1, { allOf: [{ minimum: 0 }, { maximum: 0 }] }, false],
    [1, { anyOf: [{ minimum: 5 }, { maximum: 5 }] }, true],
    [1, { oneOf: [{ minimum: 0 }, { maximum: 5 }] }, false],
    [1, { not: { type: "string" } }, true],
  ])("%j fits %j: %s", (value, schema, expected) => {
    expect(matches(value, schema)).toBe(expected);
  });

  it("may refer to another, even to itself", () => {
    const tree = { type: "object", properties: { next: { $ref: "tree" } } };
    const find = (reference: string) => (reference === "tree" ? tree : undefined);
    expect(matchesSchema({ next: { next: {} } }, tree, find)).toBe(true);
    expect(matchesSchema({ next: { next: 1 } }, tree, find)).toBe(false);
    expect(matchesSchema(1, { $ref: "unknown" }, find)).toBe(true);
  });

  it.each<[Json, Json, boolean]>([
    [{ name: "Ann" }, { $ref: "#/components/schemas/User" }, true],
    [{}, { $ref: "#/components/schemas/User" }, false],
    [[{ boss: {} }], { items: { $ref: "#/components/schemas/Team" } }, false],
    [
      { team: { boss: {} } },
      { properties: { team: { $ref: "#/components/schemas/Team" } } },
      false,
    ],
    [{ team: { boss: { name: "A" } } }, { properties: { team: { type: "object" } } }, true],
  ])("finds in the document around it what it names: %j fits %j: %s", (value, schema, expected) => {
    const document = {
      components: {
        schemas: {
          User: { type: "object", required: ["name"] },
          Team: { type: "object", properties: { boss: { $ref: "#/components/schemas/User" } } },
        },
      },
    };
    expect(matchesSchema(value, schema, () => undefined, document)).toBe(expected);
  });
});
