import type { HeaderList } from "../messages";
import { joinedValue } from "./field-values";

/** What an origin says about caching, in seconds. */
export interface CacheControl {
  readonly present: boolean;
  readonly maxAge: number | undefined;
  readonly sMaxAge: number | undefined;
  /** `no-cache`, `no-store` or `private`, without a list of fields. */
  readonly forbids: "no-cache" | "no-store" | "private" | undefined;
  readonly staleWhileRevalidate: number | undefined;
  readonly staleIfError: number | undefined;
  /** Header names of `no-cache="Set-Cookie"`, in lower case: not to be replayed from the cache. */
  readonly notReplayed: readonly string[];
}

const NO_HEADER: CacheControl = {
  present: false,
  maxAge: undefined,
  sMaxAge: undefined,
  forbids: undefined,
  staleWhileRevalidate: undefined,
  staleIfError: undefined,
  notReplayed: [],
};

const DIRECTIVE = /([A-Za-z-]+)\s*(?:=\s*(?:"([^"]*)"|([^",\s]*)))?/g;

/** Reads Cache-Control. Directives are case-insensitive; a number that is none counts as absent. */
export function readCacheControl(headers: HeaderList): CacheControl {
  const header = joinedValue(headers, "cache-control");
  if (header === undefined) return NO_HEADER;
  const directives = new Map<string, string | undefined>();
  for (const [, name = "", quoted, token] of header.matchAll(DIRECTIVE)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? token);
  }
  return {
    present: true,
    maxAge: seconds(directives.get("max-age")),
    sMaxAge: seconds(directives.get("s-maxage")),
    forbids: (["no-store", "no-cache", "private"] as const).find(
      (name) => directives.has(name) && !directives.get(name),
    ),
    staleWhileRevalidate: seconds(directives.get("stale-while-revalidate")),
    staleIfError: seconds(directives.get("stale-if-error")),
    notReplayed: fieldNames(directives.get("no-cache")),
  };
}

/**
 * Seconds that the origin gives an object: `s-maxage`, else `max-age`, else `Expires`, which may
 * lie in the past or be no date at all: 0.
 */
export function statedAge(
  control: CacheControl,
  headers: HeaderList,
  now: number,
): { readonly seconds: number; readonly source: string } | undefined {
  if (control.sMaxAge !== undefined) return { seconds: control.sMaxAge, source: "s-maxage" };
  if (control.maxAge !== undefined) return { seconds: control.maxAge, source: "max-age" };
  const expires = joinedValue(headers, "expires");
  if (expires === undefined) return undefined;
  const at = Date.parse(expires);
  const left = Number.isNaN(at) ? 0 : Math.max(0, Math.floor((at - now) / 1000));
  return { seconds: left, source: "Expires" };
}

/** Whether the origin says that its answer is old at once: requests that wait do not share it. */
export function isOldAtOnce({ sMaxAge, maxAge }: CacheControl): boolean {
  return (sMaxAge ?? maxAge) === 0;
}

function seconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

function fieldNames(value: string | undefined): string[] {
  return (value ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}
