// What each runtime's language leaves out.
import type { SyntaxNode } from "./syntax-tree";

/** Whether a piece of syntax is told, or turned away. */
type Verdict = "refused" | "warned";

/** Syntax that a runtime does not have, or that AWS does not list as supported. */
export interface SyntaxRule {
  /** In the words of a message: `… is not supported`. */
  readonly name: string;
  readonly matches: (node: SyntaxNode, parents: readonly SyntaxNode[]) => boolean;
  readonly "cloudfront-js-1.0": Verdict;
  readonly "cloudfront-js-2.0": Verdict | "supported";
  /** What to write instead. */
  readonly instead: string;
}

const isFunction = ({ type }: SyntaxNode) => /Function/.test(type);

/**
 * AWS lists what is supported; in runtime 1.0 anything else is refused, as CloudFront refuses it.
 * Reports about unlisted syntax in runtime 2.0 disagree: there it is only warned about.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-10.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export const SYNTAX_RULES: readonly SyntaxRule[] = [
  rule(
    "the const statement",
    (node) => node.type === "VariableDeclaration" && node.kind === "const",
    "supported",
    "use var",
  ),
  rule(
    "the let statement",
    (node) => node.type === "VariableDeclaration" && node.kind === "let",
    "supported",
    "use var",
  ),
  rule(
    "an async function",
    (node) => isFunction(node) && node.async === true,
    "supported",
    "use a plain function",
  ),
  rule(
    "an import",
    (node) => node.type === "ImportDeclaration",
    "supported",
    'use require("crypto") or require("querystring")',
  ),
  rule(
    "a dynamic import",
    (node) => node.type === "ImportExpression",
    "refused",
    "use an import statement",
  ),
  rule(
    "await outside of an async function",
    (node, parents) =>
      (node.type === "AwaitExpression" || node.await === true) && !parents.some(isFunction),
    "refused",
    "move it into the handler",
  ),
  rule(
    "an export",
    (node) => node.type.startsWith("Export"),
    "refused",
    "declare function handler(event) without it",
  ),
  rule(
    "import.meta",
    (node) =>
      node.type === "MetaProperty" && node.property !== undefined && nameOf(node.meta) === "import",
    "refused",
    "leave it out",
  ),
  rule(
    "an async closure or argument",
    (node, parents) => isFunction(node) && node.async === true && parents.some(isFunction),
    "warned",
    "declare async functions at the top level",
  ),
  rule("a class", (node) => node.type.startsWith("Class"), "warned", "use functions"),
  rule(
    "destructuring",
    (node) => node.type === "ObjectPattern" || node.type === "ArrayPattern",
    "warned",
    "name each property",
  ),
  rule(
    "spread syntax",
    (node) => node.type === "SpreadElement",
    "warned",
    "use concat() or Object.assign()",
  ),
  rule("a for-of loop", (node) => node.type === "ForOfStatement", "warned", "use for or forEach()"),
  rule(
    "a generator",
    (node) => isFunction(node) && node.generator === true,
    "warned",
    "use a plain function",
  ),
  rule(
    "a default parameter",
    (node) => node.type === "AssignmentPattern",
    "warned",
    "test for undefined",
  ),
  rule("optional chaining (?.)", (node) => node.type === "ChainExpression", "warned", "use &&"),
  rule(
    "nullish coalescing (??)",
    (node) => node.operator === "??" || node.operator === "??=",
    "warned",
    "use a condition",
  ),
  rule(
    "a BigInt",
    (node) => node.type === "Literal" && typeof node.bigint === "string",
    "refused",
    "use a number",
  ),
  rule(
    "console.log() with several arguments",
    (node) =>
      node.type === "CallExpression" &&
      isConsoleLog(node.callee) &&
      listOf(node.arguments).length > 1,
    "warned",
    "join them with +",
  ),
];

function rule(
  name: string,
  matches: SyntaxRule["matches"],
  newer: SyntaxRule["cloudfront-js-2.0"],
  instead: string,
): SyntaxRule {
  const older = name.startsWith("console") ? "warned" : "refused";
  return { name, matches, "cloudfront-js-1.0": older, "cloudfront-js-2.0": newer, instead };
}

function nameOf(node: unknown): unknown {
  return (node as { name?: unknown } | undefined)?.name;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isConsoleLog(callee: unknown): boolean {
  const { type, object, property } = (callee ?? {}) as {
    type?: string;
    object?: unknown;
    property?: unknown;
  };
  return type === "MemberExpression" && nameOf(object) === "console" && nameOf(property) === "log";
}
