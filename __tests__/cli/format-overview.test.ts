import { formatOverview } from "../../cli/format-overview";
import { overview } from "../../synthesized/overview/overview";
import { everyBlock } from "../synthesized/hcl/every-block";

const lines = (color: boolean) =>
  formatOverview("spa", overview(everyBlock), { color }).split("\n");

describe("formatOverview", () => {
  it("stays within 80 columns, however long the expressions are", () => {
    const long = `\${${"a".repeat(300)} ${"b".repeat(90)}}`;
    const text = formatOverview(
      "spa",
      overview({ output: { [`o${"n".repeat(60)}`]: { value: long } } }),
      { color: false },
    );
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says the name and the number of resources first", () => {
    expect(lines(false)[0]).toBe("spa: 6 resources");
  });

  it("has no colour codes where they are not wanted", () => {
    expect(lines(false).join("\n")).not.toContain("\u001b");
    expect(lines(true)[0]).toBe("\u001b[1mspa: 6 resources\u001b[22m");
  });

  it("lets no configuration speak to the terminal", () => {
    const output = { url: { value: "\u001b]0;title\u0007" } };
    const text = formatOverview("a\u001b[2J", overview({ output }), { color: false });
    expect(text).toMatch(/^a\\u001b\[2J: /);
    expect(text).toContain("url  \\u001b]0;title\\u0007");
  });

  it("shows the outputs in one column", () => {
    expect(lines(false).slice(-2)).toEqual([
      '    url  aws_cloudfront_distribution.site["a"].domain_name',
      '    all  {"a":[1,null],"b":"${var.names}"}',
    ]);
  });
});
