// https://developer.hashicorp.com/terraform/language/functions: strings.
import { EvaluationError, toList, toNumber, toText } from "../value";
import { type FunctionTable, takes, takesAll } from "./define";
import { format, formatList } from "./format";

export const stringFunctions: FunctionTable = {
  chomp: takes(1, 1, ([text]) => toText(text).replace(/(?:\r\n|\r|\n)+$/, "")),
  endswith: takes(2, 2, ([text, suffix]) => toText(text).endsWith(toText(suffix))),
  format: takesAll(1, ([spec = "", ...values]) => format(toText(spec), values)),
  formatlist: takesAll(1, ([spec = "", ...values]) => formatList(toText(spec), values)),
  indent: takes(2, 2, ([spaces, text]) =>
    toText(text).replaceAll("\n", `\n${" ".repeat(toNumber(spaces))}`),
  ),
  join: takesAll(2, ([separator = "", ...lists]) =>
    lists.flatMap((list) => toList(list).map(toText)).join(toText(separator)),
  ),
  lower: takes(1, 1, ([text]) => toText(text).toLowerCase()),
  split: takes(2, 2, ([separator, text]) =>
    toText(separator) === "" ? [...toText(text)] : toText(text).split(toText(separator)),
  ),
  startswith: takes(2, 2, ([text, prefix]) => toText(text).startsWith(toText(prefix))),
  strcontains: takes(2, 2, ([text, part]) => toText(text).includes(toText(part))),
  strrev: takes(1, 1, ([text]) => [...toText(text)].reverse().join("")),
  substr: takes(3, 3, ([text, offset, length]) =>
    substring([...toText(text)], toNumber(offset), toNumber(length)),
  ),
  title: takes(1, 1, ([text]) =>
    toText(text).replace(/(^|[^\p{L}\p{N}_])(\p{L})/gu, (_, before: string, letter: string) =>
      before.concat(letter.toUpperCase()),
    ),
  ),
  trim: takes(2, 2, ([text, characters]) => {
    const unwanted = new Set(toText(characters));
    return trimEnd(trimStart([...toText(text)], unwanted), unwanted).join("");
  }),
  trimprefix: takes(2, 2, ([text, prefix]) =>
    toText(text).startsWith(toText(prefix))
      ? toText(text).slice(toText(prefix).length)
      : toText(text),
  ),
  trimspace: takes(1, 1, ([text]) => toText(text).trim()),
  trimsuffix: takes(2, 2, ([text, suffix]) =>
    toText(suffix) !== "" && toText(text).endsWith(toText(suffix))
      ? toText(text).slice(0, -toText(suffix).length)
      : toText(text),
  ),
  upper: takes(1, 1, ([text]) => toText(text).toUpperCase()),
};

/** A negative offset counts from the end; the length -1 means all that follows. */
function substring(characters: readonly string[], offset: number, length: number): string {
  if (length < -1) throw new EvaluationError(`substr needs a length of -1 or more, got ${length}`);
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  return characters.slice(start, length === -1 ? undefined : start + length).join("");
}

function trimStart(characters: string[], unwanted: ReadonlySet<string>): string[] {
  const start = characters.findIndex((character) => !unwanted.has(character));
  return start === -1 ? [] : characters.slice(start);
}

function trimEnd(characters: string[], unwanted: ReadonlySet<string>): string[] {
  return trimStart(characters.reverse(), unwanted).reverse();
}
