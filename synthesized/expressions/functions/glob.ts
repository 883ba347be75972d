// The patterns of `fileset`.

/** Whether a path matches: `*` and `?` stay within a segment, `**` does not, `{a,b}` is a choice. */
export function matchesGlob(path: string, pattern: string): boolean {
  let depth = 0;
  const source = pattern.replace(/\*\*\/?|\[[^\]]+\]|[\s\S]/g, (token) => {
    if (token === "**/") return "(?:[^/]+/)*";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token === "{") {
      depth += 1;
      return "(?:";
    }
    if (token === "}" && depth > 0) {
      depth -= 1;
      return ")";
    }
    if (token === "," && depth > 0) return "|";
    if (token.length > 1) return token;
    return token.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${source}$`, "s").test(path);
}
