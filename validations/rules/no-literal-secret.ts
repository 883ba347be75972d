// What is in the JSON is in git, in the state and in every plan.
import type { SynthesizedStack } from "../../synthesized/stack";
import { type Leaf, leavesOf } from "../facts/leaves";
import { at, type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const SECRET_NAME =
  /(^|[_-])(secret|password|passwd|token|api[_-]?key|private[_-]?key|secret[_-]?key|verify|credentials?)$/i;
const SECRET_HEADER = /secret|token|verify|key|auth/i;
// One word of random-looking characters: letters and digits, no spaces.
const LITERAL = /^(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/=_.~!@#%^&*-]{16,}$/;
const KNOWN = /\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Goes by the name of an attribute, variable or header, and by well-known forms; values are never shown. */
export const noLiteralSecret: Rule = {
  id: "no-literal-secret",
  severity: "error",
  summary: "A secret must not be a literal in the configuration.",
  fix: "Use a sensitive variable, aws_secretsmanager_secret_version or random_password.",
  link: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  asWritten: true,
  check: (stack: SynthesizedStack) =>
    leavesOf(stack)
      .filter(({ address }) => address !== "terraform")
      .flatMap((leaf) => at({ address: leaf.address }, judge(leaf))),
};

function judge(leaf: Leaf): Outcomes {
  const { keys, value } = leaf;
  if (typeof value !== "string") return undefined;
  const place = keys.join(".");
  if (KNOWN.test(value)) return violation(`has a key as a literal in ${place}`);
  if (!isNamedSecret(leaf)) return undefined;
  if (/\$\{\s*file(base64)?\(/.test(value)) return undecided(`${place} comes from a file`);
  if (value.includes("${") || /^(arn:|https?:)/.test(value) || !LITERAL.test(value))
    return undefined;
  return violation(`has a literal of ${value.length} characters in ${place}`);
}

function isNamedSecret({ address, keys, siblings }: Leaf): boolean {
  const key = keys.findLast((name) => !/^\d+$/.test(name)) ?? "";
  if (key === "default" && address.startsWith("var.")) return SECRET_NAME.test(address);
  if (key !== "value") return SECRET_NAME.test(key);
  const { name } = siblings;
  return keys.includes("custom_header") && typeof name === "string" && SECRET_HEADER.test(name);
}
