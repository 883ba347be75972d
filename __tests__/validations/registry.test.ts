import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../validations/registry";
import { rulesDocument } from "../../validations/rules-document";

const ROOT = join(__dirname, "..", "..");
const filesIn = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

const ids = rules.map(({ id }) => id);

describe("every rule", () => {
  it("is registered once, under the name of its file, in the order of the ids", () => {
    expect(ids).toEqual(filesIn("validations/rules", ".ts"));
  });

  it("has a test", () => {
    expect(filesIn("__tests__/validations/rules", ".test.ts")).toEqual(ids);
  });

  it("is named after what it forbids", () => {
    expect(ids.filter((id) => !/^no(-[a-z0-9]+)+$/.test(id))).toEqual([]);
  });

  it("is documented: docs/rules.md is what `lint --rules` prints", () => {
    expect(readFileSync(join(ROOT, "docs/rules.md"), "utf8")).toBe(rulesDocument());
  });

  it.each(rules)("$id says what is forbidden, how to fix it and where to read more", (rule) => {
    expect(rule.summary).toMatch(/^[A-Za-z].*\.$/);
    expect(rule.fix).toMatch(/^[A-Z].*\.$/);
    expect(rule.link).toMatch(/^https:\/\/[^ ]+$/);
  });

  it.each(rules)("$id is tested on what it forbids and on what it allows", ({ id }) => {
    const test = readFileSync(join(ROOT, `__tests__/validations/rules/${id}.test.ts`), "utf8");
    expect(test).toMatch(/fires: \{\s+"/);
    expect(test).toContain("describeRule(");
  });

  it.each(rules)("$id looks at an empty configuration and at odd ones without failing", (rule) => {
    const odd = {
      resource: {
        aws_cloudfront_distribution: { a: {}, b: { origin: "x", default_cache_behavior: 1 } },
        aws_s3_bucket_policy: { a: { policy: "[]" }, b: { policy: 3 } },
        aws_api_gateway_rest_api: { a: { body: "[1]" } },
      },
      provider: { aws: {} },
      terraform: { backend: { s3: {} } },
    };
    expect(() => [rule.check({}), rule.check(odd as never)]).not.toThrow();
  });
});
