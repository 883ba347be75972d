import { withType } from "../../../synthesized/resolution/variable-type";
import type { Json } from "../../../synthesized/stack";

describe("the type of a variable", () => {
  it.each<[string, Json, Json]>([
    ["any", { a: [1] }, { a: [1] }],
    ["string", 5, "5"],
    ["number", "5", 5],
    ["bool", "true", true],
    ["number", "five", "five"],
    ["string", null, null],
    ["list(string)", [1, true], ["1", "true"]],
    ["set(string)", ["b", "a", "b"], ["a", "b"]],
    ["map(number)", { a: "1" }, { a: 1 }],
    ["tuple([string, number])", [1, "2"], ["1", 2]],
    ["object({ a = string })", { a: 1, more: 2 }, { a: "1" }],
    ["object({ a = optional(string) })", {}, { a: null }],
    ["object({ a = optional(string, 7) })", {}, { a: "7" }],
    ['object({ a = optional(string, "d") })', { a: null }, { a: "d" }],
    ["object({ a = optional(list(string), []) })", {}, { a: [] }],
    ["list(object({ a = optional(bool, true), b = number }))", [{ b: "1" }], [{ a: true, b: 1 }]],
    [
      'map(object({ a = optional(object({ b = optional(string, "d") }), {}) }))',
      { k: {} },
      { k: { a: { b: "d" } } },
    ],
    ["${list(string)}", [1], ["1"]],
    ["no type(", [1], [1]],
    ["", [1], [1]],
  ])("%s makes %j to %j", (type, value, expected) => {
    expect(withType(value, type)).toEqual(expected);
  });
});
