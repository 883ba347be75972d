// Runs the rules on one configuration. Pure: the same JSON gives the same result.
import type { SynthesizedStack } from "../synthesized/stack";
import { expanded } from "./expanded";
import { addressesOf } from "./plan";
import { rules as allRules } from "./registry";
import { type CheckResult, type Finding, isFinding, type Rule, type Undecided } from "./rule";
import { noUnusedSuppression } from "./rules/no-unused-suppression";
import { covers, type Suppression, suppressionsOf } from "./suppression";

/** Something forbidden, with the rule that says so. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** A finding that the configuration accepts. */
interface SuppressedFinding extends RuleFinding {
  readonly reason: string;
}

/** A question that the JSON alone does not answer. */
interface OpenQuestion {
  readonly rule: Rule;
  readonly question: Undecided;
}

/** What a lint run found. */
export interface LintResult {
  /** In the order of the rules. */
  readonly findings: readonly RuleFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly unknown: readonly OpenQuestion[];
}

/** What a lint run may be given besides the configuration. */
export interface LintOptions {
  /**
   * Accepted findings besides those in the JSON; a plan, for one, has lost its comments.
   *
   * @default - none
   */
  readonly suppressions?: readonly Suppression[];
  /**
   * The rules to run.
   *
   * @default - all
   */
  readonly rules?: readonly Rule[];
}

/** Judges a configuration by every rule. */
export function lint(stack: SynthesizedStack, options: LintOptions = {}): LintResult {
  const { rules = allRules } = options;
  const suppressions = [...suppressionsOf(stack), ...(options.suppressions ?? [])];
  const used = new Set<Suppression>();
  const findings: RuleFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const unknown: OpenQuestion[] = [];
  const addresses = addressesOf(stack);
  const whole = expanded(stack);
  for (const rule of rules) {
    for (const result of rule
      .check(rule.asWritten ? stack : whole)
      .map((found) => asWritten(found, addresses))) {
      if (!isFinding(result)) {
        unknown.push({ rule, question: result });
        continue;
      }
      const accepting = suppressions.filter((suppression) => covers(suppression, rule.id, result));
      for (const suppression of accepting) used.add(suppression);
      const [accepted] = accepting;
      if (accepted === undefined) findings.push({ rule, finding: result });
      else suppressed.push({ rule, finding: result, reason: accepted.reason });
    }
  }
  if (rules.includes(noUnusedSuppression)) {
    const ids = new Set(rules.map(({ id }) => id));
    findings.push(...suppressions.filter((one) => !used.has(one)).map((one) => unused(one, ids)));
  }
  return { findings, suppressed, unknown };
}

// Resources of modules have addresses of their own. What a plan knows only after `apply` is read as
// `unknown(…)` of its references: its reader knows the first of them.
function asWritten(found: CheckResult, addresses: Readonly<Record<string, string>>): CheckResult {
  const real = (resource: string) => addresses[resource] ?? resource;
  const texts = Object.entries(found).map(([name, text]) => [
    name,
    text
      .replace(
        /\$\{unknown\(((?:data\.)?[\w-]+\.[\w-]+)([^,()]*)[^()]*\)\}/g,
        (_: string, resource: string, rest: string) => `\${${real(resource)}${rest}}`,
      )
      .replace(/\b(data\.)?\w+\.module_[\w-]+/g, real),
  ]);
  // An instance of a loop has its key behind the address.
  const address = found.address.replace(/^[^[]+/, real);
  return { ...Object.fromEntries(texts), address } as CheckResult;
}

function unused({ id, address, part }: Suppression, ids: ReadonlySet<string>): RuleFinding {
  const why = ids.has(id) ? "the rule does not fire here" : "no rule has this id";
  return {
    rule: noUnusedSuppression,
    finding: {
      address,
      ...(part === undefined ? {} : { part }),
      message: `has a suppression of "${id}" that does nothing: ${why}`,
    },
  };
}

/** Whether a result must stop: on errors, and on warnings too when they are taken strictly. */
export function fails({ findings }: LintResult, strictness: "errors" | "warnings"): boolean {
  return findings.some(({ rule }) => rule.severity === "error" || strictness === "warnings");
}

/** A finding as a reader sees it: where and what, how to fix it, where to read more. */
export function formatFinding({ rule, finding }: RuleFinding): string {
  const { address, part, message } = finding;
  return [
    `${address}${part === undefined ? "" : ` ${part}`} ${message} (${rule.id})`,
    `  fix: ${rule.fix}`,
    `  see: ${rule.link}`,
  ].join("\n");
}
