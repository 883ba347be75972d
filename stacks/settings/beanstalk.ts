// Settings of the stack `beanstalk`.
import { readForwarding } from "./beanstalk-forwarding";
import { type DomainSettings, domainNames, needHostedZone } from "./domain";
import { HOST, type LoadBalancerProtocolSettings, protocolOf, readPolicy } from "./load-balancer";
import { type Environment, list, map, text } from "./variables";

/** One Elastic Beanstalk environment behind its own distribution. */
export interface BeanstalkEnvironment {
  readonly name: string;
  readonly protocol: LoadBalancerProtocolSettings;
  readonly domain?: DomainSettings;
}

/** Settings of the stack `beanstalk`. */
export interface BeanstalkSettings {
  readonly environments: readonly BeanstalkEnvironment[];
  /** What reaches the application besides the headers of CORS. */
  readonly forward: {
    readonly queryStrings: boolean;
    readonly cookies: boolean;
    /** More headers, or all but `Host`. */
    readonly headers: readonly string[] | "all";
  };
}

/**
 * Reads `BEANSTALK_ENVIRONMENTS`, `BEANSTALK_PROTOCOL`, `BEANSTALK_ORIGIN_DOMAINS`,
 * `BEANSTALK_ORIGIN_RECORD`, `BEANSTALK_DOMAIN_NAMES` and what is forwarded. Nothing when no
 * environment is named.
 */
export function readBeanstalk(env: Environment): BeanstalkSettings | undefined {
  const names = list(env, "BEANSTALK_ENVIRONMENTS");
  const origins = perEnvironment(env, "BEANSTALK_ORIGIN_DOMAINS", names);
  const domains = perEnvironment(env, "BEANSTALK_DOMAIN_NAMES", names);
  const isHttpOnly = readPolicy(env, "BEANSTALK") === "http-only";
  const forward = readForwarding(env);
  if (names.length === 0) return undefined;
  refuseTwice("BEANSTALK_ENVIRONMENTS", names);
  if (isHttpOnly && names.every((name) => origins[name] !== undefined)) {
    throw new Error(
      "BEANSTALK_PROTOCOL is http-only, but BEANSTALK_ORIGIN_DOMAINS names every environment, for HTTPS; leave one out",
    );
  }
  const environments = names.map((name) => environment(env, name, origins[name], domains[name]));
  refuseTwice(
    "BEANSTALK_DOMAIN_NAMES",
    environments.flatMap(({ domain }) => [...(domain?.names ?? [])]),
  );
  return { environments, forward };
}

function environment(
  env: Environment,
  name: string,
  origin: string | undefined,
  domain: string | undefined,
): BeanstalkEnvironment {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]$/.test(name)) {
    throw new Error(
      `BEANSTALK_ENVIRONMENTS must be names of Elastic Beanstalk environments, 4 to 40 letters, digits or hyphens, got "${name}"`,
    );
  }
  const variable = "BEANSTALK_ORIGIN_DOMAINS";
  const names = domainNames("BEANSTALK_DOMAIN_NAMES", (domain ?? "").split(" ").filter(Boolean));
  return {
    name,
    protocol: protocolOf(env, "BEANSTALK", {
      domain: origin === undefined ? undefined : text({ [variable]: origin }, variable, "", HOST),
      howToName: `${variable}=${name}=<name>`,
    }),
    ...(names === undefined
      ? {}
      : { domain: { names, hostedZone: needHostedZone(env, "BEANSTALK_DOMAIN_NAMES") } }),
  };
}

function perEnvironment(
  env: Environment,
  variable: string,
  names: readonly string[],
): Record<string, string> {
  const values = map(env, variable);
  const odd = Object.keys(values).find((key) => !names.includes(key));
  if (odd === undefined) return values;
  throw new Error(
    `${variable} names "${odd}", which is not among BEANSTALK_ENVIRONMENTS (${names.join(", ") || "not set"})`,
  );
}

function refuseTwice(variable: string, items: readonly string[]): void {
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  if (twice !== undefined) throw new Error(`${variable} has "${twice}" twice; list it once`);
}
