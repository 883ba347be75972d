// The text of `docs/rules.md`.
import { rules as allRules } from "./registry";
import type { Rule, Severity } from "./rule";

const INTRODUCTION = `# Rules

What the lint forbids in Terraform JSON, at synthesis and with \`npx tsx cli/main.ts lint FILE…\`
on any \`cdk.tf.json\`, \`*.tf.json\` or \`terraform show -json\` of a plan. An error stops \`synth\`;
a warning prints, and is fatal with \`--strict\`. What depends on a value that the file does not
hold is counted as unknown, never passed silently.

A finding that is accepted is suppressed in the JSON itself, with a reason. Terraform ignores the
key \`//\`:

\`\`\`json
{
  "resource": {
    "aws_cloudfront_distribution": {
      "distribution": {
        "//": {
          "lint": {
            "suppress": [
              {
                "id": "no-http-only-origin",
                "part": "origin \\"backend-alb\\"",
                "reason": "the load balancer has no certificate yet"
              }
            ]
          }
        }
      }
    }
  }
}
\`\`\`

\`part\` limits it to one origin or behavior, as the finding names it; without \`part\` it is the
whole resource. At the top level, \`"//": { "lint": { "suppress": […] } }\`, each entry also has an
\`address\`. A plan has lost its comments: give the same list with \`--suppressions FILE\`.

This file is written by \`npx tsx cli/main.ts lint --rules > docs/rules.md\`.
`;

/** Markdown: a list of all rules by severity, then one section a rule. */
export function rulesDocument(rules: readonly Rule[] = allRules): string {
  return [
    INTRODUCTION.trimEnd(),
    ...contents("Errors", rules, "error"),
    ...contents("Warnings", rules, "warning"),
    ...rules.map(section),
  ]
    .join("\n\n")
    .concat("\n");
}

function contents(title: string, rules: readonly Rule[], severity: Severity): string[] {
  const ids = rules.filter((rule) => rule.severity === severity).map(({ id }) => id);
  return [`## ${title}`, ids.map((id) => `- [${id}](#${id})`).join("\n")];
}

function section({ id, severity, summary, fix, link }: Rule): string {
  return `## ${id}\n\n${plain(summary)}\n\n- Severity: ${severity}\n- Fix: ${plain(fix)}\n- See: <${link}>`;
}

// `/*` and `/<stage>` are meant as they are.
function plain(text: string): string {
  return text.replace(/[*<]/g, "\\$&");
}
