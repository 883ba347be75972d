// Expressions of JSONPath as mapping templates use them; filters and slices are not read.

const TOKEN =
  /(\.\.)|\.?(\*)|\[(\*)\]|\[(-?\d+)\]|\[(['"])(.*?)\5\]|\.?(length\(\))|\.?([^.[\]]+)/gy;

interface Step {
  readonly kind: "descend" | "all" | "length" | "key";
  readonly key: string;
}

/**
 * The value that an expression such as `$.pets[0].name` names; for one that may name several, such as
 * `$.pets[*].name` or `$..name`, the list of them.
 *
 * @returns undefined when there is none, or when the expression cannot be read
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function atJsonPath(root: unknown, expression: string): unknown {
  const steps = stepsOf(expression.replace(/^\$/, ""));
  if (steps === undefined) return undefined;
  const found = steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => take(value, step)),
    [root],
  );
  const mayBeSeveral = steps.some(({ kind }) => kind === "descend" || kind === "all");
  return mayBeSeveral ? found : found[0];
}

function stepsOf(path: string): Step[] | undefined {
  const matches = [...path.matchAll(TOKEN)];
  const read = matches.reduce((length, [text]) => length + text.length, 0);
  if (read !== path.length) return undefined;
  return matches.map(([, descend, all, inBrackets, index, , quoted, length, name]): Step => {
    if (descend !== undefined) return { kind: "descend", key: "" };
    if (all !== undefined || inBrackets !== undefined) return { kind: "all", key: "" };
    if (length !== undefined) return { kind: "length", key: "" };
    return { kind: "key", key: index ?? quoted ?? name ?? "" };
  });
}

function take(value: unknown, { kind, key }: Step): readonly unknown[] {
  if (kind === "descend") return [value, ...inside(value).flatMap((one) => take(one, DESCEND))];
  if (kind === "all") return inside(value);
  if (kind === "length") return inside(value).length > 0 ? [inside(value).length] : [];
  if (typeof value !== "object" || value === null) return [];
  const name = Array.isArray(value) && key.startsWith("-") ? value.length + Number(key) : key;
  return Object.hasOwn(value, name) ? [(value as Record<string, unknown>)[name]] : [];
}

const DESCEND: Step = { kind: "descend", key: "" };

function inside(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
