import { combine } from "../../../preview/pipeline/named-values";
import { keyedQuery, parametersOf, sentQuery } from "../../../preview/pipeline/query-strings";

const listed = combine({ behavior: "whitelist", items: ["b", "a"] });

describe("query strings", () => {
  it.each([
    ["keep the viewer's order", "a=1&b=2&c=3", "a=1&b=2"],
    ["keep the viewer's order, whatever the list's", "b=2&c=3&a=1", "b=2&a=1"],
    ["keep repeated parameters", "a=1&a=2", "a=1&a=2"],
    ["keep the raw text", "a=%20x+y&b", "a=%20x+y&b"],
    ["tell names apart by case", "A=1&a=2", "a=2"],
    ["are empty when nothing is listed", "c=3", ""],
  ])("%s", (_, query, expected) => {
    expect(sentQuery(query, listed)).toBe(expected);
    expect(keyedQuery(query, listed)).toBe(expected);
  });

  it("are not separated by a semicolon", () => {
    expect(parametersOf("a=1;b=2")).toEqual([{ name: "a", pair: "a=1;b=2" }]);
  });
});
