// Query strings as AWS's services read them: pairs in order, decoded, nothing merged.

/** The pairs of a raw query string, decoded; a name without `=` has an empty value. */
export function parseQuery(query: string): [name: string, value: string][] {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decodePart(name.replaceAll("+", " ")), decodePart(value.replaceAll("+", " "))];
    });
}

/** Decodes percent-encoding; what is no valid UTF-8 stays as it is. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function encodePart(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
