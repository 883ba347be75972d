// What can be said about two path patterns without a request.

/** A pattern as CloudFront reads it: the leading slash is implied, so `*` is `/*`. */
export function normalizePattern(pattern: string): string {
  return pattern.startsWith("/") ? pattern : `/${pattern}`;
}

/**
 * Whether every path that `narrow` matches is matched by `wide` too.
 *
 * Sound: `true` is never wrong. `*` in `wide` absorbs anything, `?` any single token but `*`, and
 * a `*` in `narrow` is only covered by a `*`.
 */
export function covers(wide: string, narrow: string): boolean {
  return walk(wide, narrow, (a, b, step, i, j) => {
    if (a === undefined) return b === undefined;
    if (a === "*") return step(i + 1, j) || (b !== undefined && step(i, j + 1));
    if (b === undefined || b === "*") return false;
    return (a === "?" || a === b) && step(i + 1, j + 1);
  });
}

/** Whether some path matches both patterns. */
export function overlaps(left: string, right: string): boolean {
  return walk(left, right, (a, b, step, i, j) => {
    if (a === undefined && b === undefined) return true;
    if (a === "*") return step(i + 1, j) || (b !== undefined && step(i, j + 1));
    if (b === "*") return step(i, j + 1) || (a !== undefined && step(i + 1, j));
    if (a === undefined || b === undefined) return false;
    return (a === b || a === "?" || b === "?") && step(i + 1, j + 1);
  });
}

type Step = (i: number, j: number) => boolean;
type Judge = (
  a: string | undefined,
  b: string | undefined,
  step: Step,
  i: number,
  j: number,
) => boolean;

// Dynamic programming over the two positions: each pair is judged once.
function walk(left: string, right: string, judge: Judge): boolean {
  const a = collapse(left);
  const b = collapse(right);
  const width = b.length + 1;
  const memo = new Int8Array((a.length + 1) * width);
  const step: Step = (i, j) => {
    const at = i * width + j;
    if (memo[at] === 0) memo[at] = judge(a[i], b[j], step, i, j) ? 1 : -1;
    return memo[at] === 1;
  };
  return step(0, 0);
}

// `**` says no more than `*`.
function collapse(pattern: string): string {
  return normalizePattern(pattern).replace(/\*+/g, "*");
}
