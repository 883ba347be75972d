import { isInRange } from "../../address-range";
import { matchesWildcard } from "./wildcard";

/** What is known of a request, by condition key; the keys are lower case. */
export type ConditionContext = Readonly<Record<string, string | undefined>>;

/** The conditions of a statement: operator, then key, then values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Test = (actual: string, wanted: string) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => matchesWildcard(actual, wanted),
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  BinaryEquals: (actual, wanted) => actual === wanted,
  IpAddress: isInRange,
  NumericEquals: (actual, wanted) => Number(actual) === Number(wanted),
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
  NumericLessThanEquals: (actual, wanted) => Number(actual) <= Number(wanted),
  NumericGreaterThan: (actual, wanted) => Number(actual) > Number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => Number(actual) >= Number(wanted),
  DateEquals: (actual, wanted) => timeOf(actual) === timeOf(wanted),
  DateLessThan: (actual, wanted) => timeOf(actual) < timeOf(wanted),
  DateLessThanEquals: (actual, wanted) => timeOf(actual) <= timeOf(wanted),
  DateGreaterThan: (actual, wanted) => timeOf(actual) > timeOf(wanted),
  DateGreaterThanEquals: (actual, wanted) => timeOf(actual) >= timeOf(wanted),
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
  DateNotEquals: "DateEquals",
};

/** An operator's name without what goes around it. */
interface Operator {
  readonly base: string;
  readonly ifExists: boolean;
  readonly set: string | undefined;
}

/**
 * Whether all conditions of a statement hold. An operator that is not known never holds; see
 * {@link unknownOperators}.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionsHold(conditions: Conditions, context: ConditionContext): boolean {
  return Object.entries(conditions).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) =>
      holds(readOperator(operator), context[key.toLowerCase()], wanted),
    ),
  );
}

/** The operators that IAM does not have; AWS refuses a policy with one. */
export function unknownOperators(conditions: Conditions): string[] {
  return Object.keys(conditions).filter((operator) => {
    const { base, ifExists } = readOperator(operator);
    if (base === "Null") return ifExists;
    return TESTS[NEGATIONS[base] ?? base] === undefined;
  });
}

function readOperator(operator: string): Operator {
  const [, set, base = "", ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  return { base, ifExists: ifExists !== undefined, set };
}

function holds(
  { base, ifExists, set }: Operator,
  actual: string | undefined,
  wanted: readonly string[],
): boolean {
  if (base === "Null") return wanted.some((value) => (value === "true") === (actual === undefined));
  const negated = NEGATIONS[base];
  const test = TESTS[negated ?? base];
  if (test === undefined) return false;
  if (actual === undefined) {
    if (ifExists || set === "ForAllValues") return true;
    return negated !== undefined && set === undefined;
  }
  const some = wanted.some((value) => test(actual, value));
  return negated === undefined ? some : !some;
}

/** A time in ISO 8601, or in seconds since 1970, as milliseconds. */
function timeOf(text: string): number {
  return /^\d{5,}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** Compares the six parts of an ARN one by one, so that `*` does not reach over a colon. */
function matchesArn(actual: string, wanted: string): boolean {
  const parts = arnParts(actual);
  const patterns = arnParts(wanted);
  const fits = (pattern: string, index: number) => matchesWildcard(parts[index] ?? "", pattern);
  return wanted === "*" || (parts.length === patterns.length && patterns.every(fits));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
