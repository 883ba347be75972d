// The binary operators, with Terraform's conversions of their operands.
import type { Json } from "../stack";
import type { BinaryOperator } from "./syntax";
import { EvaluationError, isEqual, toBoolean, toNumber } from "./value";

type Arithmetic = Exclude<BinaryOperator, "||" | "&&" | "==" | "!=">;

const ARITHMETIC: Readonly<Record<Arithmetic, (left: number, right: number) => number | boolean>> =
  {
    "<": (left, right) => left < right,
    "<=": (left, right) => left <= right,
    ">": (left, right) => left > right,
    ">=": (left, right) => left >= right,
    "+": (left, right) => left + right,
    "-": (left, right) => left - right,
    "*": (left, right) => left * right,
    "/": (left, right) => left / divisor(right),
    "%": (left, right) => left % divisor(right),
  };

/** Applies an operator; the right operand of `||` and `&&` is evaluated only if it matters. */
export function applyBinary(operator: BinaryOperator, left: () => Json, right: () => Json): Json {
  switch (operator) {
    case "||":
      return toBoolean(left()) || toBoolean(right());
    case "&&":
      return toBoolean(left()) && toBoolean(right());
    case "==":
      return isEqual(left(), right());
    case "!=":
      return !isEqual(left(), right());
    default:
      return decimal(ARITHMETIC[operator](toNumber(left()), toNumber(right())));
  }
}

/** Terraform calculates with decimals: 0.1 + 0.2 is 0.3. */
function decimal(value: number | boolean): number | boolean {
  const isFraction = typeof value === "number" && !Number.isInteger(value);
  return isFraction ? Number(value.toPrecision(15)) : value;
}

function divisor(value: number): number {
  if (value === 0) throw new EvaluationError("a division by zero");
  return value;
}
