// What every rule's test shows: when it fires, when not, and when it cannot tell.
import { lint } from "../../../validations/lint";
import type { Rule } from "../../../validations/rule";
import { baseStack } from "./base-stack";
import { mutate, type Patch } from "./mutate";

/** The cases of one rule: changes to the good base stack, by a sentence that says what they are. */
export interface RuleCases {
  /** The rule fires with such a message, and no other rule fires. */
  readonly fires: Readonly<Record<string, readonly [Patch, RegExp]>>;
  /** No rule fires. */
  readonly passes: Readonly<Record<string, Patch>>;
  /** The rule says that it cannot tell, and does not fire. */
  readonly undecided: Readonly<Record<string, Patch>>;
}

/** Declares the tests of a rule. */
export function describeRule(rule: Rule, { fires, passes, undecided }: RuleCases): void {
  const run = (patch: Patch) => lint(mutate(baseStack, patch));

  describe(rule.id, () => {
    it("allows the good stack", () => {
      expect(run({}).findings).toEqual([]);
    });

    for (const [name, [patch, message]] of Object.entries(fires)) {
      it(`forbids ${name}, and no other rule does`, () => {
        const { findings } = run(patch);
        expect([...new Set(findings.map((found) => found.rule.id))]).toEqual([rule.id]);
        expect(findings.map(({ finding }) => finding.message).join("\n")).toMatch(message);
      });
    }

    for (const [name, patch] of Object.entries(passes)) {
      it(`allows ${name}`, () => {
        expect(run(patch).findings).toEqual([]);
      });
    }

    for (const [name, patch] of Object.entries(undecided)) {
      it(`counts as unknown ${name}`, () => {
        const { findings, unknown } = run(patch);
        expect(findings.filter((found) => found.rule.id === rule.id)).toEqual([]);
        expect(unknown.map((open) => open.rule.id)).toContain(rule.id);
      });
    }
  });
}
