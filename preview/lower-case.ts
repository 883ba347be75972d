const known = new Map<string, string>();

/** Names that are remembered. A viewer may make up as many as it likes. */
const MOST = 2000;

/** Characters of a name that is remembered. */
const LONGEST = 64;

/**
 * The name of a header in lower case. Every step of a request asks for the same few names, so they
 * are remembered.
 */
export function lowerCase(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const lower = name.toLowerCase();
  if (name.length > LONGEST) return lower;
  if (known.size >= MOST) known.clear();
  known.set(name, lower);
  return lower;
}
