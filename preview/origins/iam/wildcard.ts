const cache = new Map<string, RegExp>();

/** Whether a text matches a pattern of IAM, where `*` is any characters and `?` is one. */
export function matchesWildcard(text: string, pattern: string, flags: "" | "i" = ""): boolean {
  const key = `${flags}/${pattern}`;
  let expression = cache.get(key);
  if (expression === undefined) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*+/g, ".*")
      .replaceAll("?", ".");
    expression = new RegExp(`^${source}$`, `s${flags}`);
    if (cache.size > 1000) cache.clear();
    cache.set(key, expression);
  }
  return expression.test(text);
}
