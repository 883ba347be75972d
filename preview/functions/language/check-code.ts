import type { FunctionRuntime } from "../sandbox/messages";
import { withoutImports } from "./module-imports";
import { SYNTAX_RULES } from "./syntax";
import { parseCode, type SyntaxNode, visit } from "./syntax-tree";

/** CloudFront's quota of a function's code. */
const MAXIMUM_CODE_BYTES = 10_240;

/** Code that may run, and what about it may not run on CloudFront. */
export interface CheckedCode {
  /** The code with its imports turned into calls. */
  readonly code: string;
  readonly warnings: readonly string[];
}

/** Checks a function's code as CloudFront does when the function is created. Throws what is wrong with it. */
export function checkCode(name: string, code: string, runtime: FunctionRuntime): CheckedCode {
  const bytes = Buffer.byteLength(code);
  if (bytes > MAXIMUM_CODE_BYTES) {
    throw new Error(
      `function "${name}" has ${bytes} bytes of code: CloudFront takes at most ${MAXIMUM_CODE_BYTES}, shorten it`,
    );
  }
  const program = parseCode(name, code);
  const findings = findingsOf(program, runtime);
  const refused = findings.find(({ verdict }) => verdict === "refused");
  if (refused !== undefined) {
    throw new Error(`function "${name}" cannot run on ${runtime}: ${refused.text}`);
  }
  if (!declaresHandler(program)) {
    throw new Error(
      `function "${name}" has no handler: declare function handler(event) at the top level`,
    );
  }
  const warnings = [...new Set(findings.map(({ text }) => text))];
  return { code: withoutImports(name, code, program), warnings };
}

function findingsOf(program: SyntaxNode, runtime: FunctionRuntime) {
  const findings: { verdict: string; text: string }[] = [];
  visit(program, (node, parents) => {
    for (const rule of SYNTAX_RULES) {
      const verdict = rule[runtime];
      if (verdict === "supported" || !rule.matches(node, parents)) continue;
      const how =
        verdict === "refused" ? "is not supported" : "is not among what AWS lists as supported";
      findings.push({
        verdict,
        text: `${rule.name} ${how} (line ${node.loc.start.line}): ${rule.instead}`,
      });
    }
  });
  return findings;
}

function declaresHandler(program: SyntaxNode): boolean {
  return (program.body as readonly SyntaxNode[]).some((statement) => {
    if (statement.type === "FunctionDeclaration") return isHandler(statement.id);
    if (statement.type === "VariableDeclaration") {
      return (statement.declarations as readonly SyntaxNode[]).some(({ id }) => isHandler(id));
    }
    return false;
  });
}

function isHandler(id: unknown): boolean {
  return (id as { name?: unknown } | null)?.name === "handler";
}
