import type { HeaderList } from "../messages";
import { joinedValue } from "./field-values";
import type { Forwarding } from "./named-values";

/** A cookie's name with the whole `name=value`. */
interface Cookie {
  readonly name: string;
  readonly pair: string;
}

/** The cookies of a request, sorted by name, without names that start with `$`. */
export function cookiesOf(headers: HeaderList): Cookie[] {
  const header = joinedValue(headers, "cookie", "; ");
  if (header === undefined) return [];
  return header
    .split(";")
    .map((part) => part.trim())
    .filter((pair) => pair !== "" && !pair.startsWith("$"))
    .map((pair) => {
      const equals = pair.indexOf("=");
      return { name: equals === -1 ? pair : pair.slice(0, equals), pair };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * The Cookie header for the origin; undefined when no cookie is forwarded.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Cookies.html
 */
export function sentCookies(headers: HeaderList, forwarding: Forwarding): string | undefined {
  if (forwarding.sendsNone) return undefined;
  return join(headers, forwarding.sendsAll ? undefined : forwarding.sends) || undefined;
}

/** The part of the cache key that the cookies make; `""` when there is none. */
export function keyedCookies(headers: HeaderList, forwarding: Forwarding): string {
  if (forwarding.keysNone) return "";
  return join(headers, forwarding.keysAll ? undefined : forwarding.keys);
}

function join(headers: HeaderList, includes: ((name: string) => boolean) | undefined): string {
  const cookies = cookiesOf(headers);
  const kept = includes === undefined ? cookies : cookies.filter(({ name }) => includes(name));
  return kept.map(({ pair }) => pair).join("; ");
}
