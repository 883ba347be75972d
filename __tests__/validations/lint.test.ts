import type { Block } from "../../synthesized/stack";
import { fails, formatFinding, lint } from "../../validations/lint";
import type { Rule } from "../../validations/rule";
import { growthOf, NEARLY_LINEAR } from "../support/growth";

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

  it("takes eight times as long for eight times the buckets with policies, not 64 times", async () => {
    const growth = await growthOf((count) => {
      const numbers = Array.from({ length: count }, (_, index) => index);
      const named = (block: (index: number) => Block) =>
        Object.fromEntries(numbers.map((index) => [`site_${index}`, block(index)]));
      const bucketOf = (index: number) => `\${aws_s3_bucket.site_${index}.id}`;
      return lint({
        resource: {
          aws_s3_bucket: named((index) => ({ bucket: `site-${index}` })),
          aws_s3_bucket_policy: named((index) => ({ bucket: bucketOf(index), policy: "{}" })),
          aws_s3_bucket_public_access_block: named((index) => ({ bucket: bucketOf(index) })),
        },
      });
    });
    expect(growth).toBeLessThan(NEARLY_LINEAR);
  });

  it.each([
    ["count", (size: number) => size, "count.index"],
    ["for_each", (size: number) => Object.fromEntries(keysOf(size)), "each.key"],
  ])(
    "takes eight times as long for eight times the instances of %s, not 64 times",
    async (loop, times, key) => {
      const growth = await growthOf((size) => {
        const repeated = { [loop]: times(size) };
        return lint({
          resource: {
            aws_s3_bucket: { site: { ...repeated, bucket: `site-\${${key}}` } },
            aws_s3_bucket_policy: {
              site: { ...repeated, bucket: `\${aws_s3_bucket.site[${key}].id}`, policy: "{}" },
            },
          },
        });
      });
      expect(growth).toBeLessThan(NEARLY_LINEAR);
    },
  );
});

function keysOf(size: number): [string, string][] {
  return Array.from({ length: size }, (_, index) => [`key-${index}`, ""]);
}
