// The module `querystring`, as AWS documents it for both runtimes.

type Decode = (text: string) => string;

interface ParseOptions {
  readonly decodeURIComponent?: Decode;
  readonly maxKeys?: number;
}

interface StringifyOptions {
  readonly encodeURIComponent?: Decode;
}

function toEscaped(text: unknown): string {
  return encodeURIComponent(String(text));
}

/** Decodes percent escapes; what is not UTF-8 becomes U+FFFD, a stray `%` stays. */
function toUnescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return "\ufffd";
      }
    });
  }
}

function parse(
  text: string,
  separator = "&",
  equal = "=",
  options: ParseOptions = {},
): Record<string, string | string[]> {
  const decode = options.decodeURIComponent ?? toUnescaped;
  const maxKeys = options.maxKeys ?? 1000;
  const result: Record<string, string | string[]> = Object.create(null);
  const parts = String(text)
    .split(separator || "&")
    .filter((part) => part !== "");
  for (const part of maxKeys > 0 ? parts.slice(0, maxKeys) : parts) {
    const at = part.indexOf(equal || "=");
    const clean = (value: string) => decode(value.replace(/\+/g, " "));
    const name = clean(at < 0 ? part : part.slice(0, at));
    const value = at < 0 ? "" : clean(part.slice(at + (equal || "=").length));
    const known = result[name];
    result[name] = known === undefined ? value : ([] as string[]).concat(known, value);
  }
  return result;
}

function stringify(
  object: unknown,
  separator = "&",
  equal = "=",
  options: StringifyOptions = {},
): string {
  const encode = options.encodeURIComponent ?? toEscaped;
  if (typeof object !== "object" || object === null) return "";
  const pair = (name: string, value: unknown) =>
    `${encode(name)}${equal || "="}${isScalar(value) ? encode(String(value)) : ""}`;
  return Object.keys(object)
    .map((name) => {
      const value = (object as Record<string, unknown>)[name];
      return Array.isArray(value)
        ? value.map((item) => pair(name, item)).join(separator || "&")
        : pair(name, value);
    })
    .filter((part) => part !== "")
    .join(separator || "&");
}

function isScalar(value: unknown): boolean {
  return (
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value))
  );
}

/** The module as functions see it. */
export const querystring = {
  escape: toEscaped,
  unescape: toUnescaped,
  parse,
  decode: parse,
  stringify,
  encode: stringify,
};
