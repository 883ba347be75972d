// `format`: Terraform's printf, with Go's verbs.
import type { Json } from "../../stack";
import { EvaluationError, isList, shown, toBoolean, toNumber, toText } from "../value";
import { toJsonText } from "./json-text";

const VERB =
  /%(?:%|(?<flags>[-+ 0#]*)(?<width>\d+)?(?:\.(?<precision>\d*))?(?:\[(?<index>\d+)\])?(?<verb>[a-zA-Z]))/g;

/** Renders `spec` with its verbs replaced by the values, which must all be used. */
export function format(spec: string, values: readonly Json[]): string {
  let next = 0;
  let used = 0;
  const text = spec.replace(VERB, (whole, ...match) => {
    if (whole === "%%") return "%";
    const groups = match.at(-1) as Partial<Record<string, string>>;
    const position = groups.index === undefined ? next : Number(groups.index) - 1;
    next = position + 1;
    used = Math.max(used, next);
    const value = values[position];
    if (value === undefined) {
      throw new EvaluationError(`format has no value for ${whole}, argument ${position + 1}`);
    }
    return render(groups, value);
  });
  if (used < values.length) {
    throw new EvaluationError(`format uses ${used} values, got ${values.length}`);
  }
  return text;
}

/** `formatlist`: one text for each element of the lists; what is no list is repeated. */
export function formatList(spec: string, values: readonly Json[]): string[] {
  const lengths = [...new Set(values.filter(isList).map((list) => list.length))];
  const [length = 1] = lengths;
  if (lengths.length > 1) {
    throw new EvaluationError(`formatlist needs lists of one length, got ${lengths.join(" and ")}`);
  }
  return Array.from({ length }, (_, index) =>
    format(
      spec,
      values.map((value) => (isList(value) ? (value[index] ?? null) : value)),
    ),
  );
}

function render(groups: Partial<Record<string, string>>, value: Json): string {
  const { flags = "", width = "0", verb = "" } = groups;
  const precision = groups.precision === undefined ? undefined : Number(groups.precision);
  const body = verbText(verb, flags, precision, value);
  if (flags.includes("-")) return body.padEnd(Number(width));
  if (!flags.includes("0")) return body.padStart(Number(width));
  const [sign = "", digits = ""] = /^[+-]/.test(body) ? [body[0], body.slice(1)] : ["", body];
  return sign + digits.padStart(Number(width) - sign.length, "0");
}

function verbText(verb: string, flags: string, precision: number | undefined, value: Json): string {
  switch (verb) {
    case "s":
      return toText(value).slice(0, precision);
    case "q":
      return JSON.stringify(toText(value));
    case "v":
      return flags.includes("#") || typeof value === "object" ? toJsonText(value) : toText(value);
    case "t":
      return String(toBoolean(value));
    case "d":
      return signed(String(Math.trunc(toNumber(value))), flags);
    case "f":
      return signed(toNumber(value).toFixed(precision ?? 6), flags);
    case "e":
      return signed(exponential(toNumber(value), precision ?? 6), flags);
    case "g":
      return signed(String(toNumber(value)), flags);
    case "b":
      return toNumber(value).toString(2);
    case "o":
      return toNumber(value).toString(8);
    case "x":
    case "X": {
      const hex =
        typeof value === "string"
          ? Buffer.from(value).toString("hex")
          : toNumber(value).toString(16);
      return verb === "X" ? hex.toUpperCase() : hex;
    }
    default:
      throw new EvaluationError(`format knows no verb %${verb}, got it for ${shown(value)}`);
  }
}

function signed(digits: string, flags: string): string {
  if (digits.startsWith("-")) return digits;
  return flags.includes("+") ? `+${digits}` : flags.includes(" ") ? ` ${digits}` : digits;
}

/** Go writes at least two digits of the exponent. */
function exponential(value: number, precision: number): string {
  return value.toExponential(precision).replace(/e([+-])(\d)$/, "e$10$2");
}
