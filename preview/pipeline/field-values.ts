import type { HeaderList } from "../messages";

/** All values of a header, joined as one field; undefined when there is none. */
export function joinedValue(
  headers: HeaderList,
  lowerName: string,
  separator = ", ",
): string | undefined {
  let joined: string | undefined;
  for (const [name, value] of headers) {
    if (name.length !== lowerName.length || name.toLowerCase() !== lowerName) continue;
    joined = joined === undefined ? value : `${joined}${separator}${value}`;
  }
  return joined;
}

/** The members of a comma-separated list, trimmed, without empty ones. */
export function listMembers(value: string | undefined): string[] {
  if (value === undefined) return [];
  return value
    .split(",")
    .map((member) => member.trim())
    .filter((member) => member !== "");
}
