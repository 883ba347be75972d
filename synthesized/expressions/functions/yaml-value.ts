// YAML as Terraform's `yamldecode` reads it: the types of YAML 1.1, numbers of YAML 1.2.
import type { Alias, Document, Node, Scalar, YAMLMap } from "yaml";
import type { Json } from "../../stack";
import { EvaluationError, isObject, toText } from "../value";

const TAGS = "tag:yaml.org,2002:";
const SCALAR_TAGS = ["str", "binary", "null", "bool", "int", "float", "timestamp"];
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const RADIX = /^0(?:x[0-9a-fA-F]+|o[0-7]+)$/;
const DAY = /^(\d{4})-(\d\d?)-(\d\d?)$/;
const TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[-+]\d\d:\d\d)?$/;

/**
 * The value of a YAML text with one document.
 *
 * The parser is loaded by the first call: most stacks have no YAML.
 *
 * @throws `EvaluationError` when the text is no such YAML
 */
export function fromYamlText(text: string): Json {
  const yaml = require("yaml") as typeof import("yaml");
  const documents = yaml.parseAllDocuments(text, {
    schema: "failsafe",
    uniqueKeys: false,
    logLevel: "silent",
  });
  if (!Array.isArray(documents) || documents[0] === undefined) {
    throw new EvaluationError("the YAML has no document");
  }
  const [document, more] = documents;
  const [error] = document.errors;
  if (error !== undefined) throw new EvaluationError(error.message.split("\n")[0] ?? "no YAML");
  if (more !== undefined) throw new EvaluationError("the YAML has more than one document");
  return nodeValue(document.contents, { yaml, document, open: [] });
}

interface Context {
  readonly yaml: typeof import("yaml");
  readonly document: Document;
  /** The aliased nodes around this one. */
  readonly open: readonly Node[];
}

function nodeValue(node: unknown, context: Context): Json {
  const { yaml } = context;
  if (yaml.isAlias(node)) return aliased(node, context);
  if (yaml.isSeq(node)) return node.items.map((item) => nodeValue(item, context));
  if (yaml.isMap(node)) return mapOf(node, context);
  return yaml.isScalar(node) ? scalarOf(node) : null;
}

function aliased(alias: Alias, context: Context): Json {
  const node = alias.resolve(context.document);
  if (node === undefined || context.open.includes(node)) {
    throw new EvaluationError(`the YAML has no anchor "${alias.source}" before its alias`);
  }
  return nodeValue(node, { ...context, open: [...context.open, node] });
}

function mapOf(map: YAMLMap, context: Context): Json {
  const entries = map.items.flatMap(({ key, value }): [string, Json][] => {
    const name = nodeValue(key, context);
    const held = nodeValue(value, context);
    if (name === null) throw new EvaluationError("a key of the YAML is null");
    if (name !== "<<") return [[toText(name), held]];
    if (isObject(held)) return Object.entries(held);
    throw new EvaluationError('the YAML merges with "<<" what is no map');
  });
  return Object.fromEntries(entries);
}

function scalarOf(scalar: Scalar): Json {
  const text = scalar.source ?? "";
  const tag = scalar.tag?.replace(TAGS, "");
  if (tag !== undefined && !SCALAR_TAGS.includes(tag)) {
    throw new EvaluationError(`the YAML has the tag "${scalar.tag}", which is not supported`);
  }
  const isPlain = scalar.type === "PLAIN" && tag !== "str" && tag !== "binary";
  return isPlain ? plain(text) : text;
}

function plain(text: string): Json {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (/^(?:[yY]|yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(text)) return true;
  if (/^(?:[nN]|no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(text)) return false;
  if (DECIMAL.test(text) || RADIX.test(text)) return Number(text);
  return timestamp(text) ?? text;
}

/** RFC 3339 in seconds for what is a date; undefined for anything else. */
function timestamp(text: string): string | undefined {
  const [, year = "", month = "", day = ""] = DAY.exec(text) ?? [];
  const [, date, time, zone = "Z"] =
    year === "" ? (TIME.exec(text) ?? []) : ["", dayOf(year, month, day), "00:00:00"];
  if (date === undefined) return undefined;
  // Terraform refuses the 30th of February; JavaScript makes it a day of March.
  const parsed = new Date(`${date}T${time}Z`);
  const exists =
    !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${date}T${time}`);
  return exists ? `${date}T${time}${zone}` : undefined;
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
