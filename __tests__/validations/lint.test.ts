import { fails, formatFinding, lint } from "../../validations/lint";
import type { Rule } from "../../validations/rule";

const rule: Rule = {
  id: "no-x",
  severity: "warning",
  summary: "X is forbidden.",
  fix: "Remove x.",
  link: "https://example.com/x",
  check: () => [
    { address: "aws_s3_bucket.a", part: 'origin "x"', message: "has x" },
    { address: "aws_s3_bucket.b", unknown: "x" },
  ],
};

describe("lint", () => {
  it("keeps findings and open questions apart", () => {
    const { findings, unknown } = lint({}, { rules: [rule] });
    expect(findings.map(({ finding }) => finding.address)).toEqual(["aws_s3_bucket.a"]);
    expect(unknown.map(({ question }) => question.address)).toEqual(["aws_s3_bucket.b"]);
  });

  it("accepts a finding that the caller suppresses, and tells the reason", () => {
    const suppressions = [{ id: "no-x", address: "aws_s3_bucket.a", reason: "known" }];
    const { findings, suppressed } = lint({}, { rules: [rule], suppressions });
    expect(findings).toEqual([]);
    expect(suppressed.map(({ reason }) => reason)).toEqual(["known"]);
  });

  it("limits a suppression to its part", () => {
    const suppressions = [
      { id: "no-x", address: "aws_s3_bucket.a", part: 'origin "y"', reason: "another" },
    ];
    expect(lint({}, { rules: [rule], suppressions }).findings).toHaveLength(1);
  });

  it("takes a suppression without a key for every instance of a loop", () => {
    const judging: Rule = {
      ...rule,
      check: ({ resource }) =>
        Object.keys(resource?.aws_s3_bucket ?? {}).map((name) => ({
          address: `aws_s3_bucket.${name}`,
          message: "has x",
        })),
    };
    const suppress = { id: "no-x", reason: "known" };
    const bucket = { for_each: { a: 1, b: 2 }, "//": { lint: { suppress: [suppress] } } };
    const { findings, suppressed } = lint(
      { resource: { aws_s3_bucket: { a: bucket } } },
      { rules: [judging] },
    );
    expect(findings).toEqual([]);
    expect(suppressed.map(({ finding }) => finding.address)).toEqual([
      'aws_s3_bucket.a["a"]',
      'aws_s3_bucket.a["b"]',
    ]);
  });

  it("fails on a warning only when warnings are taken strictly", () => {
    const result = lint({}, { rules: [rule] });
    expect(fails(result, "errors")).toBe(false);
    expect(fails(result, "warnings")).toBe(true);
  });

  it("shows where, what, how to fix it and where to read more", () => {
    const [found] = lint({}, { rules: [rule] }).findings;
    expect(found && formatFinding(found)).toBe(
      [
        'aws_s3_bucket.a origin "x" has x (no-x)',
        "  fix: Remove x.",
        "  see: https://example.com/x",
      ].join("\n"),
    );
  });
});
