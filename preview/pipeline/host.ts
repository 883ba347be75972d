/** Names under which a local server is reached; they stand for the distribution's own domain. */
export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** A Host header without its port, in lower case. */
export function hostName(host: string): string {
  const lower = host.toLowerCase();
  const port = lower.startsWith("[") ? lower.indexOf("]") + 1 : lower.indexOf(":");
  return port <= 0 || lower[port] !== ":" ? lower : lower.slice(0, port);
}

/** Tells which host a request names; undefined for a host that is not the distribution's. */
export type HostCheck = (host: string | undefined) => string | undefined;

/**
 * Builds the host check: the distribution's domain, an alias (`*.example.com` covers any depth
 * below it), or a local name, which counts as the distribution's domain.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html
 */
export function compileHostCheck(
  domainName: string,
  aliases: readonly string[],
  localHosts: readonly string[],
): HostCheck {
  const domain = domainName.toLowerCase();
  const names = aliases.map((alias) => alias.toLowerCase());
  const exact = new Set([domain, ...names.filter((name) => !name.startsWith("*."))]);
  const suffixes = names.filter((name) => name.startsWith("*.")).map((name) => name.slice(1));
  const local = new Set(localHosts.map((name) => name.toLowerCase()));

  return (host) => {
    if (host === undefined) return undefined;
    const name = hostName(host);
    if (local.has(name)) return domain;
    if (exact.has(name)) return name;
    return suffixes.some((suffix) => name.endsWith(suffix) && name.length > suffix.length)
      ? name
      : undefined;
  };
}
