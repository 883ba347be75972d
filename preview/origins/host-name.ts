import { type EdgeRequest, headerOf } from "../messages";

/** The host that a request names, in lower case and without a port; `""` when it names none. */
export function hostOf({ headers }: EdgeRequest): string {
  return plainHost(headerOf(headers, "host") ?? "");
}

/** A host in lower case, without port and final dot. */
export function plainHost(host: string): string {
  return host.trim().toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
}
