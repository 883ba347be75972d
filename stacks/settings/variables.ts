// Reading single environment variables: checked, and refused by name with the value found.

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable must look like, in a pattern and in words. */
export interface Rule {
  readonly pattern: RegExp;
  readonly words: string;
}

/** A region's name. */
export const REGION: Rule = {
  pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
  words: "must be the name of an AWS region such as eu-west-1",
};

/** The value of a variable, or the fallback when it is not set or empty. @throws when it breaks the rule */
export function text(env: Environment, name: string, fallback: string, rule: Rule): string {
  const value = env[name] || fallback;
  if (rule.pattern.test(value)) return value;
  throw new Error(`${name} ${rule.words}, got "${value}"`);
}

/** Like {@link text}, but nothing when the variable is not set. */
export function optionalText(env: Environment, name: string, rule: Rule): string | undefined {
  return env[name] ? text(env, name, "", rule) : undefined;
}

/** One of a few words. */
export function choice<Word extends string>(
  env: Environment,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  const value = env[name] || fallback;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new Error(
    `${name} must be ${inWords(words)}, got "${value}"; leave it out for ${fallback}`,
  );
}

/** Whether a variable is `on`; it may also be `off`. */
export function isOn(env: Environment, name: string): boolean {
  return choice(env, name, ["on", "off"], "off") === "on";
}

/** A list separated by commas; blanks around the items do not count. @throws when nothing is left */
export function list(env: Environment, name: string): string[] {
  const value = env[name] ?? "";
  const items = value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.length > 0 || value === "") return items;
  throw new Error(
    `${name} must be a list separated by commas, got "${value}"; leave it out for none`,
  );
}

/** A list of `key=value`, separated by commas. @throws when an item has no `=` or a key comes twice */
export function map(env: Environment, name: string): Record<string, string> {
  const entries = list(env, name).map((item) => {
    const at = item.indexOf("=");
    if (at > 0 && at < item.length - 1) return [item.slice(0, at), item.slice(at + 1)] as const;
    throw new Error(`${name} must be key=value items separated by commas, got "${item}"`);
  });
  const keys = entries.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`${name} has "${twice}" twice; list it once`);
  return Object.fromEntries(entries);
}

/** A whole number within bounds, or nothing when the variable is not set. */
export function optionalNumber(
  env: Environment,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  if (!env[name]) return undefined;
  const value = Number(env[name]);
  if (/^\d+$/.test(env[name]) && value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, got "${env[name]}"`);
}

function inWords(words: readonly string[]): string {
  return words.length === 1
    ? String(words[0])
    : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
