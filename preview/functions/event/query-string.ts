import { hasControlCharacters } from "../control-characters";
import { InvalidResult } from "../invalid-result";
import { type Fields, fromFields, toFields } from "./fields";
import { toAscii } from "./uri";

/** The parameters of a raw query string; names and values stay encoded as they came. */
export function queryFields(query: string): Fields {
  const parts = query.split("&").filter((part) => part !== "");
  return toFields(
    parts.map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [part, { value: "" }] : [part.slice(0, at), { value: part.slice(at + 1) }];
    }),
  );
}

/** The raw query string that a function returned, as object or as string: as it came, unless it changed. */
export function toQuery(returned: unknown, original: Fields, query: string): string {
  if (JSON.stringify(returned) === JSON.stringify(original)) return query;
  const changed =
    typeof returned === "string"
      ? returned
      : fromFields("querystring", returned, original)
          .map(([name, { value }]) => `${name}=${value}`)
          .join("&");
  if (hasControlCharacters(changed) || /[ #]/.test(changed)) {
    throw new InvalidResult(
      `the query string must not include spaces, control characters, or "#", got ${JSON.stringify(changed)}`,
    );
  }
  return toAscii(changed);
}
