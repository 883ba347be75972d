import { isInRange } from "../../address-range";
import { matchesWildcard } from "./wildcard";

/** What is known of a request, by condition key; the keys are lower case. */
export type ConditionContext = Readonly<Record<string, string | undefined>>;

type Test = (actual: string, wanted: string) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => matchesWildcard(actual, wanted),
  ArnEquals: (actual, wanted) => matchesWildcard(actual, wanted),
  ArnLike: (actual, wanted) => matchesWildcard(actual, wanted),
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  IpAddress: isInRange,
  NumericEquals: (actual, wanted) => Number(actual) === Number(wanted),
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
  NumericLessThanEquals: (actual, wanted) => Number(actual) <= Number(wanted),
  NumericGreaterThan: (actual, wanted) => Number(actual) > Number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => Number(actual) >= Number(wanted),
  DateLessThan: (actual, wanted) => Date.parse(actual) < Date.parse(wanted),
  DateGreaterThan: (actual, wanted) => Date.parse(actual) > Date.parse(wanted),
};

/** Operators that hold when none of the values match, and also when the key is absent. */
const NEGATIONS: Readonly<Record<string, string>> = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
  NotIpAddress: "IpAddress",
  NumericNotEquals: "NumericEquals",
};

/**
 * Whether all conditions of a statement hold. An operator that is not known never holds.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionsHold(
  conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  context: ConditionContext,
): boolean {
  return Object.entries(conditions).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) =>
      holds(operator, context[key.toLowerCase()], wanted),
    ),
  );
}

function holds(operator: string, actual: string | undefined, wanted: readonly string[]): boolean {
  const ifExists = operator.endsWith("IfExists");
  const base = operator.replace(/IfExists$/, "").replace(/^For(AnyValue|AllValues):/, "");
  if (base === "Null") return wanted.some((value) => (value === "true") === (actual === undefined));
  if (actual === undefined) {
    return ifExists || NEGATIONS[base] !== undefined || operator.startsWith("ForAllValues:");
  }
  const negated = NEGATIONS[base];
  const test = TESTS[negated ?? base];
  if (test === undefined) return false;
  const some = wanted.some((value) => test(actual, value));
  return negated === undefined ? some : !some;
}
