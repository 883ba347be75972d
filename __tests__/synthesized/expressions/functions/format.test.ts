import { format, formatList } from "../../../../synthesized/expressions/functions/format";

describe("format", () => {
  it("refuses verbs without values and values without verbs", () => {
    expect(() => format("%s %s", ["a"])).toThrow("format has no value for %s, argument 2");
    expect(() => format("%s", ["a", "b"])).toThrow("format uses 1 values, got 2");
    expect(() => format("%y", ["a"])).toThrow('format knows no verb %y, got it for "a"');
  });

  it("pads numbers behind their sign", () => {
    expect(format("%06d|%+.1f|%-4d|", [-42, 1.25, 7])).toBe("-00042|+1.3|7   |");
  });
});

describe("formatlist", () => {
  it("refuses lists of different lengths", () => {
    expect(() => formatList("%s%s", [["a"], ["b", "c"]])).toThrow("got 1 and 2");
  });
});
