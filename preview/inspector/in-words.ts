// Settings in words, for people.
import type { Behavior, NamedValues, TimesToLive } from "../edge-model";

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [31_536_000, "year"],
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
];

/** `90` becomes `90 s`, `86400` becomes `1 day`: the largest unit that fits exactly. */
export function secondsInWords(seconds: number): string {
  const unit = UNITS.find(([size]) => seconds >= size && seconds % size === 0);
  return unit === undefined ? `${seconds} s` : count(seconds / unit[0], unit[1]);
}

/** `1 header`, `2 headers`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** When an object leaves the cache. */
export function timesInWords({ minTtl, defaultTtl, maxTtl }: TimesToLive): string {
  if (maxTtl === 0) return "nothing is cached";
  const range =
    minTtl === maxTtl
      ? `cached for ${secondsInWords(minTtl)}`
      : `cached for ${minTtl === 0 ? "0" : secondsInWords(minTtl)} to ${secondsInWords(maxTtl)}`;
  return defaultTtl === 0 && minTtl === 0
    ? `${range}, only if the origin says so`
    : `${range}, ${secondsInWords(Math.max(minTtl, defaultTtl))} if the origin says nothing`;
}

/** `all cookies`, `cookies a, b`, `cookies except c`; undefined for none. */
export function namedInWords(noun: string, values: NamedValues): string | undefined {
  const names = values.items.join(", ");
  if (values.behavior === "none") return undefined;
  if (values.behavior === "all") return `all ${noun}`;
  return values.behavior === "allExcept" ? `all ${noun} except ${names}` : `${noun} ${names}`;
}

/** What happens to viewers over HTTP. */
export function viewerProtocolInWords(policy: Behavior["viewerProtocolPolicy"]): string {
  if (policy === "redirect-to-https") return "HTTP is redirected to HTTPS";
  return policy === "https-only" ? "HTTPS only" : "HTTP and HTTPS";
}

/** `GET, HEAD`; all seven are one word. */
export function methodsInWords(methods: readonly string[]): string {
  return methods.length >= 7 ? "all" : methods.join(", ");
}
