// `replace`, `regex` and `regexall`.
import type { Json } from "../../stack";
import { EvaluationError, toText } from "../value";
import { type FunctionTable, takes } from "./define";
import { toRegExp } from "./re2";

export const patternFunctions: FunctionTable = {
  regex: takes(2, 2, ([pattern, text]) => {
    const match = toRegExp(toText(pattern)).exec(toText(text));
    if (match === null) {
      throw new EvaluationError(`regex finds no ${toText(pattern)} in "${toText(text)}"`);
    }
    return captures(match);
  }),
  regexall: takes(2, 2, ([pattern, text]) =>
    [...toText(text).matchAll(toRegExp(toText(pattern), "g"))].map(captures),
  ),
  replace: takes(3, 3, ([text, search, replacement]) =>
    replace(toText(text), toText(search), toText(replacement)),
  ),
};

/** All of the match, or the list of its groups, or the map of its named groups. */
function captures(match: RegExpMatchArray | RegExpExecArray): Json {
  if (match.groups !== undefined) {
    return Object.fromEntries(
      Object.entries(match.groups).map(([name, text]) => [name, text ?? null]),
    );
  }
  return match.length === 1 ? match[0] : match.slice(1).map((text) => text ?? null);
}

/** Replaces literal text, or matches when `search` is wrapped in slashes. */
function replace(text: string, search: string, replacement: string): string {
  if (search.length < 2 || !search.startsWith("/") || !search.endsWith("/")) {
    return text.replaceAll(search, () => replacement);
  }
  return text.replace(toRegExp(search.slice(1, -1), "g"), (...match) => {
    const last: unknown = match.at(-1);
    const named = typeof last === "object" ? (last as Record<string, string | undefined>) : {};
    // As in Go, `$1x` is the group named "1x", and a group that is not there is empty.
    return replacement.replace(
      /\$(?:\$|\{(\w+)\}|(\w+))/g,
      (whole, braced?: string, bare?: string) => {
        if (whole === "$$") return "$";
        const name = braced ?? bare ?? "";
        const group: unknown = /^\d+$/.test(name) ? match[Number(name)] : named[name];
        return typeof group === "string" ? group : "";
      },
    );
  });
}
