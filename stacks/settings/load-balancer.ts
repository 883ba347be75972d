// Settings of the stack `spa-alb`.
import { type HostedZoneSettings, readHostedZone, refuseOutside } from "./domain";
import { choice, type Environment, map, optionalText, type Rule, text } from "./variables";

/** How CloudFront reaches a load balancer: over HTTP by choice, or by a name that its certificate has. */
export type LoadBalancerProtocolSettings =
  | "http-only"
  | { readonly httpsDomainName: string; readonly hostedZone?: HostedZoneSettings };

/** Settings of the stack `spa-alb`. */
export interface SpaAlbSettings {
  readonly loadBalancer:
    | { readonly dnsName: string }
    | { readonly arn: string }
    | { readonly tags: Readonly<Record<string, string>> };
  readonly protocol: LoadBalancerProtocolSettings;
  /** Tag and comment of the distribution. */
  readonly name: string;
}

/** A host's name. */
export const HOST: Rule = {
  pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  words: "must be a host name in lower case, without scheme, port and path",
};

/** Reads `ALB_DNS_NAME`, `ALB_ARN` or `ALB_TAGS`, and the protocol. Nothing when no load balancer is named. */
export function readSpaAlb(env: Environment): SpaAlbSettings | undefined {
  // AWS shows it with the capitals of the load balancer's name, which mean nothing in DNS.
  const dnsName = optionalText(
    { ALB_DNS_NAME: env.ALB_DNS_NAME?.toLowerCase() },
    "ALB_DNS_NAME",
    HOST,
  );
  const arn = optionalText(env, "ALB_ARN", {
    pattern: /^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/app\/.+$/,
    words: "must be the ARN of an Application Load Balancer",
  });
  const tags = map(env, "ALB_TAGS");
  const hasTags = Object.keys(tags).length > 0;
  const policy = readPolicy(env, "ALB");
  const name = text(env, "ALB_NAME", "H2T", {
    pattern: /^(?=.*\S)[\w .:/=+@-]{1,128}$/,
    words: "must be 1-128 characters that a tag may have",
  });
  const named = [dnsName, arn, hasTags ? tags : undefined].filter((way) => way !== undefined);
  if (named.length === 0) return undefined;
  if (named.length > 1) {
    throw new Error(
      "set one of ALB_DNS_NAME, ALB_ARN and ALB_TAGS, not several: they could differ",
    );
  }
  return {
    loadBalancer: dnsName !== undefined ? { dnsName } : arn !== undefined ? { arn } : { tags },
    protocol: readAlbProtocol(env, policy),
    name,
  };
}

function readAlbProtocol(
  env: Environment,
  policy: "https-only" | "http-only",
): LoadBalancerProtocolSettings {
  const domain = optionalText(env, "ALB_ORIGIN_DOMAIN", HOST);
  if (domain !== undefined && policy === "http-only") {
    throw new Error(
      `ALB_PROTOCOL is http-only, but ALB_ORIGIN_DOMAIN is "${domain}", which is for HTTPS; leave one out`,
    );
  }
  return protocolOf(env, "ALB", { domain, howToName: "ALB_ORIGIN_DOMAIN" });
}

/** Reads `<PREFIX>_PROTOCOL`: the choice for load balancers without an origin domain. */
export function readPolicy(env: Environment, prefix: string): "https-only" | "http-only" {
  return choice(env, `${prefix}_PROTOCOL`, ["https-only", "http-only"], "https-only");
}

/**
 * How one load balancer is reached; HTTP only is never assumed. With a hosted zone the record of its
 * origin domain is made, unless `<PREFIX>_ORIGIN_RECORD` is off because it exists already.
 */
export function protocolOf(
  env: Environment,
  prefix: string,
  { domain, howToName }: { readonly domain: string | undefined; readonly howToName: string },
): LoadBalancerProtocolSettings {
  const record = choice(env, `${prefix}_ORIGIN_RECORD`, ["on", "off"], "on");
  const hostedZone = record === "on" ? readHostedZone(env) : undefined;
  if (domain !== undefined) {
    refuseOutside(hostedZone, howToName.replace(/=.*/, ""), {
      names: [domain],
      remedy: `set ${prefix}_ORIGIN_RECORD=off when its record exists already`,
    });
    return { httpsDomainName: domain, ...(hostedZone === undefined ? {} : { hostedZone }) };
  }
  if (readPolicy(env, prefix) === "http-only") return "http-only";
  throw new Error(
    `HTTPS to the load balancer needs a name that its certificate has: set ${howToName} (and HOSTED_ZONE, to have the record made); or set ${prefix}_PROTOCOL=http-only, and cookies and tokens travel in the clear between CloudFront and the load balancer`,
  );
}
