import type { SyntaxNode } from "./syntax-tree";

const MODULES = ["cloudfront", "crypto", "querystring", "buffer"];

/**
 * Turns the imports of a function's code into calls of `$import`, which the sandbox provides.
 * Lines stay where they are. Throws when a module is not among the runtime's.
 */
export function withoutImports(name: string, code: string, program: SyntaxNode): string {
  const imports = (program.body as readonly SyntaxNode[]).filter(
    ({ type }) => type === "ImportDeclaration",
  );
  return imports.reduceRight((text, node) => {
    const original = text.slice(node.start, node.end);
    const lines = "\n".repeat(original.split("\n").length - 1);
    return `${text.slice(0, node.start)}${toCall(name, node)}${lines}${text.slice(node.end)}`;
  }, code);
}

function toCall(name: string, node: SyntaxNode): string {
  const module = (node.source as { value: string }).value;
  if (!MODULES.includes(module)) {
    throw new Error(
      `function "${name}" imports "${module}" (line ${node.loc.start.line}): only ${MODULES.join(", ")} can be imported`,
    );
  }
  const call = `$import("${module}")`;
  const bindings = (node.specifiers as readonly SyntaxNode[]).map((specifier) => {
    const local = (specifier.local as { name: string }).name;
    if (specifier.type !== "ImportSpecifier") return `${local}=${call}`;
    const { name: imported } = specifier.imported as { name: string };
    return imported === "default"
      ? `${local}=${call}`
      : `${local}=${call}[${JSON.stringify(imported)}]`;
  });
  return bindings.length === 0 ? `${call};` : `const ${bindings.join(",")};`;
}
