import { parse } from "acorn";

/** A node of a syntax tree, with the fields that the checks look at. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly [field: string]: unknown;
}

/** Parses a function's code. Throws with the line and column when it is not JavaScript. */
export function parseCode(name: string, code: string): SyntaxNode {
  try {
    const program: unknown = parse(code, {
      ecmaVersion: 2022,
      sourceType: "module",
      locations: true,
    });
    return program as SyntaxNode;
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`function "${name}" is not valid JavaScript: ${message}`);
  }
}

/** Visits a node and everything below it; `parents` are its ancestors, the nearest last. */
export function visit(
  node: SyntaxNode,
  look: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: readonly SyntaxNode[] = [],
): void {
  look(node, parents);
  for (const field of Object.values(node)) {
    for (const child of Array.isArray(field) ? field : [field]) {
      if (isNode(child)) visit(child, look, [...parents, node]);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string"
  );
}
