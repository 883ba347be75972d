import type { NamedValues } from "../edge-model";

/** Which cookies or query strings go where. */
export interface Forwarding {
  readonly sends: (name: string) => boolean;
  readonly keys: (name: string) => boolean;
  /** Shortcuts for the usual cases, so that nothing is parsed. */
  readonly sendsAll: boolean;
  readonly sendsNone: boolean;
  readonly keysAll: boolean;
  readonly keysNone: boolean;
  /** The settings in words, for the trace. */
  readonly rule: string;
}

const NONE: NamedValues = { behavior: "none", items: [] };
const yes = (): boolean => true;
const no = (): boolean => false;

/** Whether a setting covers a name. Names are literal: `*` is no wildcard here. */
function covers({ behavior, items }: NamedValues): (name: string) => boolean {
  if (behavior === "all") return yes;
  if (behavior === "none") return no;
  const names = new Set(items);
  return behavior === "whitelist" ? (name) => names.has(name) : (name) => !names.has(name);
}

/**
 * Combines a cache policy with an origin request policy: what one allows is sent although the
 * other blocks it; of two block lists both count.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-how-origin-request-policies-and-cache-policies-work-together.html
 */
export function combine(cache: NamedValues, originRequest: NamedValues = NONE): Forwarding {
  const keys = covers(cache);
  const asked = covers(originRequest);
  const bothBlock = cache.behavior === "allExcept" && originRequest.behavior === "allExcept";
  const sendsAll = cache.behavior === "all" || originRequest.behavior === "all";
  const sendsNone = cache.behavior === "none" && originRequest.behavior === "none";
  return {
    sends: bothBlock ? (name) => keys(name) && asked(name) : (name) => keys(name) || asked(name),
    keys,
    sendsAll,
    sendsNone,
    keysAll: cache.behavior === "all",
    keysNone: cache.behavior === "none",
    rule: `cache policy: ${inWords(cache)}; origin request policy: ${inWords(originRequest)}`,
  };
}

function inWords({ behavior, items }: NamedValues): string {
  return items.length === 0 ? behavior : `${behavior} ${items.join(", ")}`;
}
