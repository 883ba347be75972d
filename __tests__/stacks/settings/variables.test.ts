import {
  choice,
  isOn,
  list,
  map,
  optionalNumber,
  optionalText,
  REGION,
  text,
} from "../../../stacks/settings/variables";

const RULE = { pattern: /^[a-z]+$/, words: "must be letters" };

describe("text", () => {
  it("is the value, or the fallback when there is none", () => {
    expect(text({ X: "a" }, "X", "b", RULE)).toBe("a");
    expect(text({ X: "" }, "X", "b", RULE)).toBe("b");
    expect(optionalText({ X: "a" }, "X", RULE)).toBe("a");
    expect(optionalText({ X: "" }, "X", RULE)).toBeUndefined();
  });

  it("is refused when it breaks the rule", () => {
    expect(() => text({ X: "1" }, "X", "b", RULE)).toThrow('X must be letters, got "1"');
    expect(() => optionalText({ X: "1" }, "X", RULE)).toThrow('X must be letters, got "1"');
  });

  it.each(["eu-west-1", "us-gov-west-1", "ap-southeast-4"])("%s is a region", (region) => {
    expect(text({ X: region }, "X", "", REGION)).toBe(region);
  });
});

describe("choice", () => {
  it("is one of a few words", () => {
    expect(choice({ X: "b" }, "X", ["a", "b"], "a")).toBe("b");
    expect(choice({}, "X", ["a", "b"], "a")).toBe("a");
    expect(() => choice({ X: "d" }, "X", ["a", "b", "c"], "a")).toThrow(
      'X must be a, b or c, got "d"; leave it out for a',
    );
  });

  it.each([
    [undefined, false],
    ["", false],
    ["off", false],
    ["on", true],
  ])("%j is on: %s", (value, expected) => {
    expect(isOn({ X: value }, "X")).toBe(expected);
  });

  it.each(["true", "1", "ON", "yes"])("%s is neither on nor off", (value) => {
    expect(() => isOn({ X: value }, "X")).toThrow(`X must be on or off, got "${value}"`);
  });
});

describe("list and map", () => {
  it.each([
    [undefined, []],
    ["", []],
    ["a", ["a"]],
    [" a , b,,c ", ["a", "b", "c"]],
  ])("%j is the list %j", (value, expected) => {
    expect(list({ X: value }, "X")).toEqual(expected);
  });

  it.each([" ", ",", " , "])("refuses %j, which would switch nothing on", (value) => {
    expect(() => list({ X: value }, "X")).toThrow(
      `X must be a list separated by commas, got "${value}"; leave it out for none`,
    );
  });

  it("keeps what follows the first equals sign", () => {
    expect(map({ X: "a=b=c, d=e f" }, "X")).toEqual({ a: "b=c", d: "e f" });
    expect(map({}, "X")).toEqual({});
  });

  it.each([
    ["a", 'X must be key=value items separated by commas, got "a"'],
    ["=b", 'X must be key=value items separated by commas, got "=b"'],
    ["a=", 'X must be key=value items separated by commas, got "a="'],
    ["a=1,a=2", 'X has "a" twice; list it once'],
  ])("refuses %j", (value, message) => {
    expect(() => map({ X: value }, "X")).toThrow(message);
  });
});

describe("optionalNumber", () => {
  it("is a whole number within bounds, or nothing", () => {
    expect(optionalNumber({}, "X", [1, 10])).toBeUndefined();
    expect(optionalNumber({ X: "10" }, "X", [1, 10])).toBe(10);
  });

  it.each(["0", "11", "1.5", "ten", "NaN", "1e1", " 5"])("refuses %s", (value) => {
    expect(() => optionalNumber({ X: value }, "X", [1, 10])).toThrow(
      `X must be a whole number from 1 to 10, got "${value}"`,
    );
  });
});
