// Terraform's regular expressions are RE2's; this turns them into JavaScript's.
import { EvaluationError } from "../value";

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7F",
  blank: "\\t ",
  cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

const TOKEN =
  /\\Q(?<literal>[\s\S]*?)(?:\\E|$)|\\x\{(?<code>[0-9A-Fa-f]+)\}|\\p(?<unicode>[A-Z])|\\(?<escaped>[\s\S])|\[:(?<posix>\^?\w+):\]|\(\?P?<(?<name>\w+)>|\(\?(?<look>[=!]|<[=!])|(?<repeat>\{\d+(?:,\d*)?\})|(?<other>[\s\S])/gu;

/**
 * The JavaScript pattern of an RE2 pattern.
 *
 * @param flags JavaScript flags besides `u`
 * @throws when the pattern is none, or uses what RE2 does not have
 */
export function toRegExp(pattern: string, flags = ""): RegExp {
  const [, inline = "", rest = pattern] = /^\(\?([ims]+)\)([\s\S]*)$/.exec(pattern) ?? [];
  try {
    return new RegExp(source(rest, inline.includes("s")), `${flags}u${inline.replaceAll("s", "")}`);
  } catch (error) {
    if (error instanceof EvaluationError) throw error;
    throw new EvaluationError(`"${pattern}" is no regular expression: ${(error as Error).message}`);
  }
}

function source(pattern: string, dotMatchesLines: boolean): string {
  let inClass = false;
  let classStart = false;
  return pattern.replace(TOKEN, (whole, ...match) => {
    const groups = match.at(-1) as Partial<Record<string, string>>;
    const atStart = classStart;
    classStart = false;
    if (groups.literal !== undefined)
      return groups.literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    if (groups.code !== undefined) return `\\u{${groups.code}}`;
    if (groups.unicode !== undefined) return `\\p{${groups.unicode}}`;
    if (groups.escaped !== undefined) return escaped(groups.escaped, inClass);
    if (groups.posix !== undefined)
      return inClass ? posix(groups.posix) : whole.replace("[", "\\[");
    if (groups.look !== undefined) {
      throw new EvaluationError(`RE2 has no "${whole}", got it in "${pattern}"`);
    }
    if (groups.name !== undefined) return inClass ? whole : `(?<${groups.name}>`;
    if (groups.repeat !== undefined) return inClass ? whole.replace(/[{}]/g, "\\$&") : whole;
    if (inClass) {
      // A `]` that comes first is a member.
      if (whole === "^" && atStart) classStart = true;
      if (whole === "]" && !atStart) inClass = false;
      return whole === "]" && atStart ? "\\]" : /[[{}()|/]/.test(whole) ? `\\${whole}` : whole;
    }
    if (whole === "[") inClass = classStart = true;
    if (whole === ".") return dotMatchesLines ? "[\\s\\S]" : "[^\\n]";
    return /[\]{}/]/.test(whole) ? `\\${whole}` : whole;
  });
}

function posix(name: string): string {
  const members = Object.hasOwn(POSIX_CLASSES, name) ? POSIX_CLASSES[name] : undefined;
  if (members === undefined) {
    throw new EvaluationError(`the class [:${name}:] is not supported`);
  }
  return members;
}

function escaped(character: string, inClass: boolean): string {
  if (character === "A") return "(?<![\\s\\S])";
  if (character === "z") return "(?![\\s\\S])";
  if (character === "a") return "\\x07";
  if (character === "s") return inClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]";
  if (character === "S" && !inClass) return "[^\\t\\n\\f\\r ]";
  if (/[1-9]/.test(character))
    throw new EvaluationError(`RE2 has no back-reference \\${character}`);
  if (/[A-Za-z0-9]/.test(character)) return `\\${character}`;
  // Only these may be escaped in JavaScript's Unicode mode.
  return /[\^$\\.*+?()[\]{}|/]/.test(character) || (inClass && character === "-")
    ? `\\${character}`
    : character;
}
