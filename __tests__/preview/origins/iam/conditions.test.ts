import { conditionsHold, unknownOperators } from "../../../../preview/origins/iam/conditions";

const NOW = "2026-11-20T10:15:00.000Z";
const holds = (operator: string, key: string, value: string | string[], actual?: string) =>
  conditionsHold({ [operator]: { [key]: [value].flat() } }, { [key.toLowerCase()]: actual });

describe("a condition on the time", () => {
  it.each([
    ["DateEquals", "2026-11-20T10:15:00Z", true],
    ["DateNotEquals", "2026-11-20T10:15:00Z", false],
    ["DateLessThan", "2026-11-20T10:15:00Z", false],
    ["DateLessThanEquals", "2026-11-20T10:15:00Z", true],
    ["DateGreaterThan", "2026-11-20T10:15:00Z", false],
    ["DateGreaterThanEquals", "2026-11-20T10:15:00Z", true],
    ["DateGreaterThan", "2026-11-20", true],
    ["DateLessThan", "2026", false],
    ["DateGreaterThan", "1700000000", true],
    ["DateLessThan", "1700000000", false],
    ["DateGreaterThan", "never", false],
  ])("%s %s is %s", (operator, value, expected) => {
    expect(holds(operator, "aws:CurrentTime", value, NOW)).toBe(expected);
    const epoch = String(Date.parse(NOW) / 1000);
    expect(holds(operator, "aws:EpochTime", value, epoch)).toBe(expected);
  });
});

describe("a condition on an ARN", () => {
  // The example of the page on condition operators.
  it("compares each part by itself, where one on a string does not", () => {
    const pattern = "arn:aws:someservice:*:111122223333:finance/*";
    const actual =
      "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt";
    expect(holds("StringLike", "aws:SourceArn", pattern, actual)).toBe(true);
    expect(holds("ArnLike", "aws:SourceArn", pattern, actual)).toBe(false);
    expect(holds("ArnNotEquals", "aws:SourceArn", pattern, actual)).toBe(true);
  });

  it.each(["ArnLike", "ArnEquals"])("takes wildcards with %s", (operator) => {
    const actual = "arn:aws:logs:eu-west-1:1:log-group:x:*";
    expect(holds(operator, "aws:SourceArn", "arn:*:logs:*:1:log-group:?:*", actual)).toBe(true);
  });
});

describe("a condition on a key that the request does not have", () => {
  it.each([
    ["StringEquals", false],
    ["StringNotEquals", true],
    ["DateGreaterThanEquals", false],
    ["DateNotEquals", true],
    ["NotIpAddress", true],
    ["NumericLessThanIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
  ])("%s is %s", (operator, expected) => {
    expect(holds(operator, "aws:Anything", "1")).toBe(expected);
  });
});

it("holds for one of several values, and a negated one for none of them", () => {
  const both = ["192.0.2.0/24", "203.0.113.7"];
  expect(holds("IpAddress", "aws:SourceIp", both, "203.0.113.7")).toBe(true);
  expect(holds("NotIpAddress", "aws:SourceIp", both, "203.0.113.7")).toBe(false);
  expect(holds("NotIpAddress", "aws:SourceIp", both, "203.0.113.8")).toBe(true);
});

it("names the operators that IAM does not have", () => {
  const all = [
    "DateGreaterThanEquals",
    "ForAnyValue:StringLike",
    "NotIpAddress",
    "Null",
    "BoolIfExists",
  ];
  const wrong = ["StringEqual", "NullIfExists", "ForSomeValues:Bool"];
  expect(
    unknownOperators(Object.fromEntries([...all, ...wrong].map((name) => [name, {}]))),
  ).toEqual(wrong);
});
