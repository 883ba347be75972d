import { OPTIONAL_STACKS } from "../stacks/settings/optional-stacks";

/** What to say of a stack that was not synthesized: it has no settings, or there is none of its name. */
export function unknownStack(name: string, known: readonly string[]): string {
  const there = `the stacks are: ${known.join(", ")}`;
  const settings = Object.entries(OPTIONAL_STACKS).find(([id]) => id === name)?.[1];
  if (settings === undefined) return `there is no stack "${name}"; ${there}`;
  return `the stack "${name}" has no settings, so it is left out; ${there}
To have it, set ${settings}, or load the samples:
  set -a; . docs/settings/state.env; . docs/settings/${name}.env; set +a`;
}

/** The same, when it is cdktf that found no such stack; nothing when its output says something else. */
export function unknownStackStep(
  output: string,
  known: () => readonly string[],
): string | undefined {
  // `deploy` and `destroy` take patterns, `diff` takes a name.
  const found = /Could not find stack(?: for pattern '([^']*)'|: (\S+))/.exec(output);
  return found === null ? undefined : unknownStack(found[1] ?? found[2] ?? "", known());
}
