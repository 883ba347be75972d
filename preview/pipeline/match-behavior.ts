/** Whether a normalised path matches; precompiled from a path pattern. */
export type PathTest = (path: string) => boolean;

/**
 * Compiles a path pattern. `*` is any number of characters, slashes too, `?` is exactly one; the
 * leading slash is optional; case matters.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function compilePattern(pattern: string): PathTest {
  const rooted = pattern.startsWith("/") ? pattern : `/${pattern}`;
  const firstWildcard = rooted.search(/[*?]/);
  if (firstWildcard === -1) return (path) => path === rooted;
  const prefix = rooted.slice(0, firstWildcard);
  if (rooted === `${prefix}*`) return (path) => path.startsWith(prefix);
  return (path) => path.startsWith(prefix) && matchesGlob(path, rooted);
}

/**
 * Compares with one way back per `*`, so that no pattern takes exponential time. Also used for the
 * wildcards of legacy cookie names.
 */
export function matchesGlob(text: string, pattern: string): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const wanted = pattern[p];
    if (wanted === "*") {
      star = p++;
      resume = t;
    } else if (wanted === "?" || wanted === text[t]) {
      p++;
      t++;
    } else if (star !== -1) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** Picks the first whose pattern matches the normalised path, in the order of the list, else the default. */
export function matchBehavior<B extends { readonly matches: PathTest }>(
  path: string,
  ordered: readonly B[],
  defaultBehavior: B,
): B {
  for (const behavior of ordered) if (behavior.matches(path)) return behavior;
  return defaultBehavior;
}
