import { type HeaderList, valuesOf } from "../../messages";
import { hasControlCharacters } from "../control-characters";
import { InvalidResult } from "../invalid-result";
import { type Entries, type Fields, fromFields, toFields } from "./fields";

/** The cookies of a request. */
export function requestCookies(headers: HeaderList): Fields {
  const pairs = valuesOf(headers, "cookie").flatMap((value) => value.split(";"));
  return toFields(
    pairs
      .map((pair) => pair.trim())
      .filter(Boolean)
      .map(toEntry),
  );
}

/** The cookies that a response sets, with the rest of each header as attributes. */
export function responseCookies(headers: HeaderList): Fields {
  const entries = valuesOf(headers, "set-cookie").map((header) => {
    const at = header.indexOf(";");
    if (at < 0) return toEntry(header.trim());
    const [name, field] = toEntry(header.slice(0, at).trim());
    return [name, { ...field, attributes: header.slice(at + 1).trim() }] as const;
  });
  return toFields(entries);
}

/** The `Cookie` header of the cookies that a function returned: as it came, unless a cookie changed. */
export function toCookieHeaders(
  returned: unknown,
  original: Fields,
  headers: HeaderList,
): HeaderList {
  if (isSame(returned, original))
    return headers.filter(([name]) => name.toLowerCase() === "cookie");
  const pairs = checked(fromFields("cookies", returned, original)).map(
    ([name, { value }]) => `${name}=${value}`,
  );
  return pairs.length === 0 ? [] : [["Cookie", pairs.join("; ")]];
}

/** The `Set-Cookie` headers of the cookies that a function returned: as they came, unless a cookie changed. */
export function toSetCookieHeaders(
  returned: unknown,
  original: Fields,
  headers: HeaderList,
): HeaderList {
  if (isSame(returned, original))
    return headers.filter(([name]) => name.toLowerCase() === "set-cookie");
  return checked(fromFields("cookies", returned, original)).map(([name, { value, attributes }]) => [
    "Set-Cookie",
    attributes === undefined || attributes === ""
      ? `${name}=${value}`
      : `${name}=${value}; ${attributes}`,
  ]);
}

function toEntry(pair: string): Entries[number] {
  const at = pair.indexOf("=");
  return at < 0
    ? [pair, { value: "" }]
    : [pair.slice(0, at).trim(), { value: pair.slice(at + 1).trim() }];
}

function isSame(returned: unknown, original: Fields): boolean {
  return JSON.stringify(returned) === JSON.stringify(original);
}

function checked(entries: Entries): Entries {
  for (const [name, { value, attributes = "" }] of entries) {
    if (hasControlCharacters(`${name}${value}${attributes}`)) {
      throw new InvalidResult(`cookie "${name}" contains control characters`);
    }
  }
  return entries;
}
