// Policy documents, written as JSON text or as an `aws_iam_policy_document` data source.
import {
  type Block,
  blocks,
  isBlock,
  type Json,
  type Resource,
  type SynthesizedStack,
} from "../../synthesized/stack";
import { jsonOf } from "./json-expression";
import { resourceOf } from "./reference";
import { isDynamic, UNKNOWN, type Unknown } from "./value";

/** One statement of a policy. */
export interface Statement {
  readonly effect: string;
  /** Principals as `type:identifier`, such as `Service:cloudfront.amazonaws.com` or `AWS:*`. */
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly conditions: readonly Condition[];
}

/** One condition: operator and key in lower case, the values as written. */
interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The statements of a policy attribute; UNKNOWN when it is neither JSON nor a known document. */
export function statementsOf(
  stack: SynthesizedStack,
  policy: Json | undefined,
): readonly Statement[] | Unknown {
  return read(stack, policy, []);
}

function read(
  stack: SynthesizedStack,
  policy: Json | undefined,
  around: readonly Resource[],
): readonly Statement[] | Unknown {
  const document = resourceOf(stack, policy, ["aws_iam_policy_document"]);
  if (document !== undefined) return readDocument(stack, document, around);
  if (typeof policy !== "string") return UNKNOWN;
  const json = jsonOf(stack, policy);
  if (json === UNKNOWN || !isBlock(json)) return UNKNOWN;
  const { Statement: statements } = json;
  return typeof statements === "string" ? UNKNOWN : blocks(statements).map(fromJson);
}

// A document may take over the statements of others.
function readDocument(
  stack: SynthesizedStack,
  document: Resource,
  around: readonly Resource[],
): readonly Statement[] | Unknown {
  const { config, address } = document;
  const isCycle = around.some((one) => one.address === address);
  if (isCycle || isDynamic(config, "statement")) return UNKNOWN;
  const taken = ["source_policy_documents", "override_policy_documents"]
    .flatMap((name): readonly Json[] => [config[name] ?? []].flat())
    .map((other) => read(stack, other, [...around, document]));
  return taken.reduce<readonly Statement[] | Unknown>(
    (all, more) => (all === UNKNOWN || more === UNKNOWN ? UNKNOWN : all.concat(more)),
    blocks(config.statement).map(fromBlock),
  );
}

function fromBlock(statement: Block): Statement {
  return {
    effect: typeof statement.effect === "string" ? statement.effect : "Allow",
    principals: blocks(statement.principals).flatMap(({ type, identifiers }) =>
      texts(identifiers).map(
        (identifier) => `${type === "*" ? "AWS" : String(type)}:${identifier}`,
      ),
    ),
    actions: texts(statement.actions),
    conditions: blocks(statement.condition).map(({ test, variable, values }) => ({
      operator: String(test).toLowerCase(),
      key: String(variable).toLowerCase(),
      values: texts(values),
    })),
  };
}

function fromJson(statement: Block): Statement {
  const { Principal: principal } = statement;
  const conditions = isBlock(statement.Condition) ? Object.entries(statement.Condition) : [];
  return {
    effect: String(statement.Effect),
    principals: isBlock(principal)
      ? Object.entries(principal).flatMap(([type, ids]) => texts(ids).map((id) => `${type}:${id}`))
      : texts(principal).map((id) => `AWS:${id}`),
    actions: texts(statement.Action),
    conditions: conditions.flatMap(([operator, keys]) =>
      Object.entries(isBlock(keys) ? keys : {}).map(([key, values]) => ({
        operator: operator.toLowerCase(),
        key: key.toLowerCase(),
        values: texts(values),
      })),
    ),
  };
}

function texts(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
