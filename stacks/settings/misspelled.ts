import { readSettings } from "../settings";
import type { Environment } from "./variables";

/**
 * What to say of variables that look like a setting and are none: a misspelled name would be
 * forgotten without a word. Nothing when the settings are refused, which says more.
 */
export function misspelledSettings(env: Environment): string[] {
  const known = new Set<string>();
  const recorded = new Proxy(env, {
    get(variables, name: string) {
      known.add(name);
      return variables[name];
    },
  });
  try {
    readSettings(recorded);
  } catch {
    return [];
  }
  return Object.keys(env).flatMap((name) => {
    if (known.has(name)) return [];
    const meant = nearest(name, known);
    return meant === undefined
      ? []
      : [`${name} is no setting and is not read; did you mean ${meant}?`];
  });
}

function nearest(name: string, settings: Iterable<string>): string | undefined {
  const [first] = [...settings]
    // As many letters as one name is longer have to go: most names need no closer look.
    .filter((setting) => Math.abs(name.length - setting.length) <= tolerance(setting))
    .map((setting) => ({ setting, away: distance(name, setting) }))
    .filter(({ setting, away }) => away <= tolerance(setting))
    .sort((one, other) => one.away - other.away);
  return first?.setting;
}

/** How many letters may differ. Short names, such as CORS, are near to too many others. */
function tolerance({ length }: string): number {
  if (length < 6) return 0;
  return length < 10 ? 1 : 2;
}

/** Letters to add, remove or replace to make one name of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (one[line - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min((next[column - 1] ?? 0) + 1, (row[column] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
