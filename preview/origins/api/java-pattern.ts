/**
 * A regular expression of Java, as API Gateway takes them, on the whole of a text. Flags in front,
 * such as `(?i)`, count; what only Java knows does not.
 *
 * @returns undefined when it cannot be read here
 */
export function javaPattern(source: string): RegExp | undefined {
  const [, flags = "", rest = ""] = /^(?:\(\?([a-z]+)\))?(.*)$/s.exec(source) ?? [];
  const known = [...new Set(flags)].filter((flag) => "ims".includes(flag)).join("");
  try {
    return new RegExp(`^(?:${rest})$`, known);
  } catch {
    return undefined;
  }
}
