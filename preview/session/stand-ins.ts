// Values for variables that a configuration leaves to whoever deploys it, when they only name things.
import { randomBytes } from "node:crypto";
import { takesText } from "../../synthesized/resolution/variable-type";
import type { Unresolved } from "../../synthesized/resolve";
import type { Block, SynthesizedStack } from "../../synthesized/stack";

/** What decides where requests go or how they are treated is asked for. */
const DECIDING =
  /(^|_)(arns?|(dns|host)(_?name)?|endpoints?|ids?|origins?|paths?|patterns?|ur[il]s?)$/;
const SECRET = /(^|_)(key|password|secret|token)(_|$)/;
const DOMAIN = /(^|_)(domain|fqdn|zone)(_name)?$/;

/** Attributes that name things, or text that is passed on. What decides by its value is asked for. */
const NAMING = /(^|\.)(aliases|code|domain_name|origin_id|target_origin_id|value)(\.\d+)?$/;

/**
 * Stand-ins by `var.NAME` for texts without a value that a distribution needs: `bucket-name` for
 * `bucket_name`. A variable that is an origin's domain by itself has none.
 */
export function standInsFor(
  needed: readonly Unresolved[],
  { variable = {}, locals = {} }: SynthesizedStack,
): Record<string, string> {
  const asked = needed
    .filter((one) => !NAMING.test(one.path) || isDomainItself(one, locals))
    .map(variableOf);
  const names = new Set(needed.map(variableOf).filter((name) => !asked.includes(name)));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const declared = name === undefined ? undefined : variable[name];
      const isText =
        declared !== undefined && takesText(declared.type) && !DECIDING.test(name ?? "");
      return isText ? [[`var.${name}`, standIn(name ?? "", declared)] as const] : [];
    }),
  );
}

/** What a user should know of a stand-in. */
export function standInNotes(standIns: Readonly<Record<string, string>>): string[] {
  return Object.entries(standIns).map(
    ([name, value]) =>
      `${name} has no value; "${value}" stands in for it. Give yours with --set ${name}=VALUE or --var-file FILE`,
  );
}

function variableOf({ reason }: Unresolved): string | undefined {
  return /^variable "([^"]+)" has no default/.exec(reason)?.[1];
}

/** Whether a variable alone says where an origin is, or may do so by what a loop goes through. */
function isDomainItself({ path, expression }: Unresolved, locals: Block): boolean {
  if (!/^origin\.(\d+\.)?domain_name$/.test(path)) return false;
  const local = /^\$\{\s*local\.([\w-]+)\s*\}$/.exec(expression)?.[1];
  const text = local === undefined ? expression : String(locals[local] ?? "");
  return /^\$\{\s*(var|local|\w+\.value)\b[\w.[\]"-]*\s*\}$/.test(text);
}

/** Nothing that can be guessed stands in for a secret. */
function standIn(name: string, { sensitive }: Block): string {
  if (sensitive === true || SECRET.test(name)) return randomBytes(16).toString("hex");
  if (/(^|_)region$/.test(name)) return "us-east-1";
  const text = name
    .replace(/^module_/, "")
    .replaceAll("_", "-")
    .toLowerCase();
  return DOMAIN.test(name) ? `${text}.example.com` : text;
}
