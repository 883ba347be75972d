// Terraform reads `${…}` in every string; code and OpenAPI use the same characters.
import { bareName } from "../../synthesized/expressions/parse";
import type { SynthesizedStack } from "../../synthesized/stack";
import { type Leaf, leavesOf } from "../facts/leaves";
import { expressionsIn } from "../facts/reference";
import { at, type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const ROOTS = ["var", "local", "data", "module", "path", "terraform", "each", "count", "self"];
const WORDS = ["true", "false", "null", "if", "else"];
const RESOURCE = /^[a-z][a-z0-9]*_\w+\.[\w-]+$/;
const DIRECTIVE = /^~?\s*(if|else|endif|for|endfor)\b/;

// Where Terraform reads a name, a path or a type instead of text, so that `${…}` says nothing more.
const BARE =
  /^(var\.\S+ type|\S+ (provider|depends_on|lifecycle\.(ignore_changes|replace_triggered_by)|(\S+\.)?dynamic\.\w+\.iterator))$/;

/** Judges every expression by the names it starts from. */
export const noUnescapedTemplate: Rule = {
  id: "no-unescaped-template",
  severity: "error",
  summary: "Text such as function code must not have ${…} or %{…} that Terraform would evaluate.",
  fix: "Write $${ for ${ and %%{ for %{ where the text itself is meant.",
  link: "https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences",
  asWritten: true,
  check: (stack: SynthesizedStack) => {
    const leaves = leavesOf(stack).filter(({ address }) => address !== "terraform");
    const iterators = iteratorsOf(leaves);
    return leaves
      .filter((leaf) => !BARE.test(`${leaf.address} ${pathOf(leaf)}`))
      .flatMap(({ address, keys, value }) =>
        typeof value === "string" && value.includes("{")
          ? at({ address }, judge(stack, keys.join("."), value, iterators.get(address)))
          : [],
      );
  },
};

/** The keys on the way to a leaf without the indexes of lists. */
function pathOf({ keys }: Leaf): string {
  return keys.filter((key) => !/^\d+$/.test(key)).join(".");
}

/** The names that the `dynamic` blocks of an address give to their elements. */
function iteratorsOf(leaves: readonly Leaf[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const leaf of leaves) {
    const path = pathOf(leaf);
    const labels = [...path.matchAll(/(?<![^.])dynamic\.(\w+)/g)].map(([, label = ""]) => label);
    if (labels.length === 0) continue;
    const names = found.get(leaf.address) ?? new Set<string>();
    found.set(leaf.address, names);
    for (const label of labels) names.add(label);
    if (path.endsWith(".iterator")) names.add(bareName(String(leaf.value)));
  }
  return found;
}

function judge(
  stack: SynthesizedStack,
  place: string,
  text: string,
  iterators: ReadonlySet<string> = new Set(),
): Outcome[] {
  const directives = [...text.matchAll(/(?<!%)%\{(.*?)\}/g)]
    .filter(([, inner = ""]) => !DIRECTIVE.test(inner))
    .map(([whole]) => violation(`has ${JSON.stringify(whole)} in ${place}, which is no directive`));
  const expressions = expressionsIn(text).flatMap((expression): Outcome[] => {
    // A mangled token is reported as such.
    if (/tftoken\[/i.test(expression)) return [];
    if (/\bfor\b/.test(expression)) return [undecided(`the names in ${place}`)];
    const undeclared = rootsOf(expression).filter(
      (root) => !isDeclared(stack, root) && !iterators.has(root.split(".", 1)[0] ?? ""),
    );
    const foreign = undeclared.find((root) => !RESOURCE.test(root));
    // A resource that is not here may be in another file of the same folder.
    if (undeclared.length > 0 && foreign === undefined)
      return [undecided(`${undeclared[0]} is not here`)];
    if (foreign === undefined) return [];
    const shown = JSON.stringify(`\${${expression}}`.slice(0, 60));
    return [violation(`has ${shown} in ${place}, but declares no ${foreign}`)];
  });
  return [...directives, ...expressions];
}

// The names that an expression starts from: outside of quotes, no functions and no keys of objects.
function rootsOf(expression: string): string[] {
  const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return [
    ...bare.matchAll(/(?<![\w.-])([A-Za-z_][\w-]*)(\.[A-Za-z_][\w-]*)?(?!\s*(\(|:|=(?!=))|[\w-])/g),
  ]
    .map(([, root = "", next = ""]) => (ROOTS.includes(root) ? root : `${root}${next}`))
    .filter((root) => !WORDS.includes(root));
}

function isDeclared(stack: SynthesizedStack, root: string): boolean {
  const [type = "", name = ""] = root.split(".");
  return ROOTS.includes(root) || stack.resource?.[type]?.[name] !== undefined;
}
