// How a place inside a stack is written: `aws_x.y.origin.0.domain_name`.
import type { Json } from "../stack";

/** Values by path, as `--set` gives them. */
export interface Overrides {
  /** The value for exactly this path. */
  at(path: string): Json | undefined;
  /** The names right below a path that have values. */
  namesBelow(path: string): string[];
}

/**
 * Reads the values that a user supplies.
 *
 * A path may be written with indexes in brackets or after dots: `aws_x.y.origin[0].domain_name`.
 */
export function overridesOf(set: { readonly [path: string]: Json }): Overrides {
  const values = new Map(Object.entries(set).map(([path, value]) => [dotted(path), value]));
  const below = (path: string) =>
    [...values.keys()].filter((key) => key.startsWith(`${dotted(path)}.`));
  return {
    at: (path) => (values.size === 0 ? undefined : values.get(dotted(path))),
    namesBelow: (path) =>
      values.size === 0
        ? []
        : below(path).map((key) => key.slice(dotted(path).length + 1).split(".", 1)[0] ?? ""),
  };
}

/** The path with every index after a dot. */
export function dotted(path: string): string {
  return path.replace(/\["?([^\]"]*)"?\]/g, ".$1");
}
