import type { EdgeModel } from "../edge-model";
import { readUpstream } from "../origins/http/upstream-url";
import { OptionError } from "./option-error";

/** What `--origin` says. */
export interface OriginUrls {
  /** By origin id of the distribution. */
  readonly urls: Readonly<Record<string, string>>;
  /** By the host that an HTTP integration of an API names, or the ARN that a private one does. */
  readonly upstreams: Readonly<Record<string, string>>;
}

/**
 * Sorts the given URLs: an id of an origin, or else the host name of an API's HTTP integration.
 *
 * @throws when a key is neither, or when a URL is none
 */
export function readOrigins(
  origins: Readonly<Record<string, string>>,
  { origins: known }: Pick<EdgeModel, "origins">,
): OriginUrls {
  const ids = known.map(({ id }) => id);
  const entries = Object.entries(origins);
  for (const [key, url] of entries) {
    checkUrl(key, url);
    const isUpstream = /^([a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?|arn:.+)$/i.test(key);
    if (ids.includes(key) || isUpstream) continue;
    throw new OptionError(
      `there is no origin "${key}"; the origins are: ${ids.join(", ")} (or name the host or ARN of an API's HTTP integration)`,
    );
  }
  return {
    urls: Object.fromEntries(entries.filter(([key]) => ids.includes(key))),
    upstreams: Object.fromEntries(entries.filter(([key]) => !ids.includes(key))),
  };
}

function checkUrl(key: string, url: string): void {
  try {
    readUpstream(url);
  } catch (error) {
    throw new OptionError(`--origin ${key}: ${(error as Error).message}`);
  }
}
