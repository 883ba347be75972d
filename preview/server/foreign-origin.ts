import { readHost } from "./host-header";

/** Pages that may change something through the preview. */
export interface TrustedOrigins {
  /** Names of this machine and of the distribution. */
  readonly isOwnHost: (name: string) => boolean;
  /** The preview's own ports. */
  readonly ports: ReadonlySet<number>;
  /** Origins that the user allows, such as `http://localhost:3000`. */
  readonly allowed: readonly string[];
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request comes from a page that has nothing to do with the preview and could change
 * something. What a foreign page may read is decided by the response headers, as on CloudFront.
 */
export function isForeign(
  method: string,
  origins: readonly string[],
  { isOwnHost, ports, allowed }: TrustedOrigins,
): boolean {
  if (SAFE_METHODS.has(method) || origins.length === 0) return false;
  const [origin = ""] = origins;
  if (origins.length > 1) return true;
  if (allowed.includes(origin)) return false;
  const match = /^https?:\/\/([^/]+)$/.exec(origin);
  const host = match === null ? undefined : readHost(match[1] ?? "");
  if (host === undefined || !isOwnHost(host.name)) return true;
  return host.port !== undefined && !ports.has(host.port);
}
