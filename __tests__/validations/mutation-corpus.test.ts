import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "../../validations/lint";
import { rules } from "../../validations/registry";
import { baseStack } from "./support/base-stack";
import { mutate, type Patch } from "./support/mutate";

// One change of the good stack a rule, as JSON: what a file of that name makes wrong.
const FOLDER = join(__dirname, "corpus");
const corpus = readdirSync(FOLDER)
  .sort()
  .map((file) => {
    const patch = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Patch;
    return { id: file.replace(/\.json$/, ""), patch };
  });

const firing = (patch: Patch, without = "") => {
  const kept = rules.filter(({ id }) => id !== without);
  const { findings } = lint(mutate(baseStack, patch), { rules: kept });
  return [...new Set(findings.map(({ rule }) => rule.id))];
};

describe("the mutation corpus", () => {
  it("has one change for each rule", () => {
    expect(corpus.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  it.each(corpus)("$id finds its change, which no other rule finds", ({ id, patch }) => {
    expect(firing(patch)).toEqual([id]);
    expect(firing(patch, id)).toEqual([]);
  });

  it("leaves nothing of the good stack undecided, nor found", () => {
    expect(lint(baseStack)).toEqual({ findings: [], suppressed: [], unknown: [] });
  });
});
