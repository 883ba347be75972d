// Numbers, conversions of one value, JSON, YAML and time.
import type { Json } from "../../stack";
import { EvaluationError, toBoolean, toNumber, toText } from "../value";
import { fromCsvText } from "./csv";
import { type FunctionTable, takes, takesAll } from "./define";
import { toJsonText } from "./json-text";
import { toYamlText } from "./yaml-text";
import { fromYamlText } from "./yaml-value";

const same = takes(1, 1, ([value]) => value);

export const plainFunctions: FunctionTable = {
  abs: takes(1, 1, ([value]) => Math.abs(toNumber(value))),
  ceil: takes(1, 1, ([value]) => Math.ceil(toNumber(value))),
  floor: takes(1, 1, ([value]) => Math.floor(toNumber(value))),
  log: takes(2, 2, ([value, base]) => Math.log(toNumber(value)) / Math.log(toNumber(base))),
  max: takesAll(1, (values) => Math.max(...values.map(toNumber))),
  min: takesAll(1, (values) => Math.min(...values.map(toNumber))),
  parseint: takes(2, 2, ([text, base]) => parseInteger(toText(text), toNumber(base))),
  pow: takes(2, 2, ([value, exponent]) => toNumber(value) ** toNumber(exponent)),
  signum: takes(1, 1, ([value]) => Math.sign(toNumber(value))),

  nonsensitive: same,
  sensitive: same,
  tobool: takes(1, 1, ([value]) => (value === null ? null : toBoolean(value))),
  tonumber: takes(1, 1, ([value]) => (value === null ? null : toNumber(value))),
  tostring: takes(1, 1, ([value]) => (value === null ? null : toText(value))),

  csvdecode: takes(1, 1, ([text]) => fromCsvText(toText(text))),
  jsondecode: takes(1, 1, ([text]) => {
    try {
      return JSON.parse(toText(text)) as Json;
    } catch (error) {
      throw new EvaluationError(`jsondecode has no JSON: ${(error as Error).message}`);
    }
  }),
  jsonencode: takes(1, 1, ([value]) => toJsonText(value)),
  yamldecode: takes(1, 1, ([text]) => fromYamlText(toText(text))),
  yamlencode: takes(1, 1, ([value]) => toYamlText(value)),

  plantimestamp: takes(0, 0, (_, { now }) => timestamp(now)),
  timestamp: takes(0, 0, (_, { now }) => timestamp(now)),
};

function parseInteger(text: string, base: number): number {
  const value = Number.parseInt(text, base);
  if (!Number.isNaN(value) && /^[+-]?[0-9a-z]+$/i.test(text)) return value;
  throw new EvaluationError(`parseint needs an integer of base ${base}, got "${text}"`);
}

/** RFC 3339 in seconds, as Terraform writes it. */
function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+Z$/, "Z");
}
