import { secondsInWords } from "../in-words";
import { guide, type Row, rows, type ShownStep, type StepOf } from "./shown-step";

const LOOKUPS = {
  hit: ["In the cache", "The object is in the cache and fresh; no origin is asked"],
  stale: ["In the cache, stale", "An expired object is served all the same"],
  expired: ["In the cache, expired", "The object is too old, so the origin is asked again"],
  miss: ["Not in the cache", "Nothing is kept under this cache key, so the origin is asked"],
  bypass: ["Past the cache", "The cache is not looked into"],
} as const;

export function describeLookup({ result, key, reason }: StepOf<"cache-lookup">): ShownStep {
  const [heading, sentence] = LOOKUPS[result];
  return {
    heading,
    sentence: result === "miss" ? `${sentence}.` : `${sentence} (${reason}).`,
    tone: result === "hit" || result === "stale" ? "good" : "plain",
    details: rows("Cache key", key === undefined ? [] : keyRows(key)),
    documentation: guide("understanding-the-cache-key"),
  };
}

function keyRows(key: NonNullable<StepOf<"cache-lookup">["key"]>): Row[] {
  const or = (value: string, none: string): string => (value === "" ? none : value);
  return [
    { name: "Path", value: key.path },
    ...(key.method === "OPTIONS" ? [{ name: "Method", value: key.method }] : []),
    { name: "Query string", value: or(key.query, "not part of it") },
    ...(key.headers.length === 0 ? [{ name: "Headers", value: "not part of it" }] : []),
    ...key.headers.map(([name, value]) => ({
      name: `Header ${name}`,
      value: value ?? "not sent by the viewer",
    })),
    { name: "Cookies", value: or(key.cookies, "not part of it") },
    { name: "Accept-Encoding", value: or(key.acceptEncoding, "not part of it") },
  ];
}

export function describeTimeToLive({ cached, seconds, reason }: StepOf<"time-to-live">): ShownStep {
  const kept = cached && seconds !== undefined && seconds > 0;
  return {
    heading: kept ? `Kept for ${secondsInWords(seconds)}` : "Not kept",
    sentence: kept
      ? `CloudFront serves this object from its cache for ${seconds} s; the reason: ${reason}.`
      : `CloudFront does not keep this response; the reason: ${reason}.`,
    tone: "plain",
    details: [],
    documentation: guide("Expiration"),
  };
}
