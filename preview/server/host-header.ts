import { LOOPBACK_HOSTS } from "../pipeline/host";

/** A Host header's parts, in lower case. */
export interface HostAndPort {
  readonly name: string;
  /** Undefined when the header names none. */
  readonly port: number | undefined;
}

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(\d{1,5}))?$/;

/** Reads a Host header or an authority; undefined when it is none. */
export function readHost(value: string): HostAndPort | undefined {
  const match = HOST.exec(value.toLowerCase());
  if (match === null) return undefined;
  const [, name = "", port] = match;
  return { name, port: port === undefined ? undefined : Number(port) };
}

/** A refusal: its status and why. */
export interface HostProblem {
  readonly status: 400 | 421;
  readonly reason: string;
}

/**
 * Checks that there is exactly one Host and that its port, if it has one, is the server's. Whether
 * the distribution has that name is for the edge to say, with CloudFront's own 403.
 */
export function hostProblem(hosts: readonly string[], port: number): HostProblem | undefined {
  const [first, ...others] = hosts;
  if (first === undefined || others.length > 0) {
    return { status: 400, reason: `there must be exactly one Host, got ${hosts.length}` };
  }
  const host = readHost(first);
  if (host === undefined) return { status: 400, reason: "the Host is no host name" };
  if (host.port === undefined || host.port === port) return undefined;
  return { status: 421, reason: `the Host names port ${host.port}, this is port ${port}` };
}

/** As {@link hostProblem}, for a server that has no other names than local ones. */
export function localHostProblem(
  hosts: readonly string[],
  port: number,
  names: readonly string[] = LOOPBACK_HOSTS,
): HostProblem | undefined {
  const problem = hostProblem(hosts, port);
  if (problem !== undefined) return problem;
  const host = readHost(hosts[0] ?? "");
  if (host !== undefined && host.port === port && names.includes(host.name)) return undefined;
  return { status: 421, reason: `the Host must be ${names[0]}:${port}` };
}
