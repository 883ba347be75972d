/** One statement of an IAM policy, with every field a list. */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  /** By kind (`AWS`, `Service`, `CanonicalUser`, …); `*` stands for anybody. Absent: not a resource policy. */
  readonly principals?: Readonly<Record<string, readonly string[]>>;
  readonly notPrincipals?: Readonly<Record<string, readonly string[]>>;
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  /** Operator, then key, then values. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * Reads a policy document.
 *
 * @param document JSON text or the parsed document
 * @returns undefined when it is no policy document
 */
export function readPolicy(document: unknown): PolicyStatement[] | undefined {
  const parsed = typeof document === "string" ? parseJson(document) : document;
  if (!isRecord(parsed)) return undefined;
  const statements = Array.isArray(parsed.Statement) ? parsed.Statement : [parsed.Statement];
  const read = statements.map(readStatement);
  return read.every((statement) => statement !== undefined) ? read : undefined;
}

function readStatement(statement: unknown): PolicyStatement | undefined {
  if (!isRecord(statement)) return undefined;
  const { Effect: effect } = statement;
  if (effect !== "Allow" && effect !== "Deny") return undefined;
  return {
    effect,
    ...present("principals", principalsOf(statement.Principal)),
    ...present("notPrincipals", principalsOf(statement.NotPrincipal)),
    ...present("actions", listOf(statement.Action)),
    ...present("notActions", listOf(statement.NotAction)),
    ...present("resources", listOf(statement.Resource)),
    ...present("notResources", listOf(statement.NotResource)),
    conditions: Object.fromEntries(
      Object.entries(isRecord(statement.Condition) ? statement.Condition : {}).map(
        ([operator, tests]) => [operator, lists(tests)],
      ),
    ),
  };
}

function principalsOf(value: unknown): Record<string, readonly string[]> | undefined {
  if (value === "*") return { "*": ["*"] };
  return isRecord(value) ? lists(value) : undefined;
}

function lists(value: unknown): Record<string, readonly string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, listOf(item) ?? []]));
}

function listOf(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String);
}

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
