import { type EdgeRequest, headerOf } from "../messages";

/** The host that a request names, in lower case and without a port; `""` when it names none. */
export function hostOf({ headers }: EdgeRequest): string {
  return plainHost(headerOf(headers, "host") ?? "");
}

/**
 * What a map by host has for a host: its own, or that of its wildcard, such as `*.example.com`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export function forHost<T>(byHost: ReadonlyMap<string, T>, host: string): T | undefined {
  return byHost.get(host) ?? byHost.get(host.replace(/^[^.]+/, "*"));
}

/** A host in lower case, without port and final dot. */
export function plainHost(host: string): string {
  return host.trim().toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
}
