// Domain names of distributions.
import { certificateRegion } from "../../modules/private/certificate-arn";
import { type Environment, isOn, list, optionalText } from "./variables";

/** A hosted zone, by name or by id. */
export type HostedZoneSettings = { readonly name: string } | { readonly id: string };

/** Names of one distribution. */
export interface DomainSettings {
  readonly names: readonly [string, ...string[]];
  readonly hostedZone: HostedZoneSettings;
  readonly certificate?: { readonly arn: string; readonly names?: readonly string[] };
  /** Whether address records that the names have already are replaced. */
  readonly replaceRecords?: boolean;
}

const NAME = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Reads `HOSTED_ZONE`: a domain name, or an id such as `Z0123456789ABC`. */
export function readHostedZone(env: Environment): HostedZoneSettings | undefined {
  const zone = optionalText(env, "HOSTED_ZONE", {
    pattern: /^(Z[A-Z0-9]{5,31}|([a-z0-9-]+\.)+[a-z]{2,63})$/,
    words: "must be the name or the id of a hosted zone in Route 53",
  });
  if (zone === undefined) return undefined;
  return zone.startsWith("Z") ? { id: zone } : { name: zone };
}

/** The hosted zone, or an error that says which variable needs it. */
export function needHostedZone(env: Environment, forWhat: string): HostedZoneSettings {
  const zone = readHostedZone(env);
  if (zone !== undefined) return zone;
  throw new Error(
    `${forWhat} needs a hosted zone for its records; set HOSTED_ZONE to its name or id`,
  );
}

/** Refuses names that the hosted zone cannot have a record for. A zone known by its id is left to Route 53. */
export function refuseOutside(
  zone: HostedZoneSettings | undefined,
  variable: string,
  { names, remedy }: { readonly names: readonly string[]; readonly remedy: string },
): void {
  if (zone === undefined || "id" in zone) return;
  const odd = names.find((name) => name !== zone.name && !name.endsWith(`.${zone.name}`));
  if (odd === undefined) return;
  throw new Error(
    `${variable} has "${odd}", which is not in the zone of HOSTED_ZONE, "${zone.name}"; ${remedy}`,
  );
}

/**
 * Reads `<PREFIX>_DOMAIN_NAMES`, `<PREFIX>_CERTIFICATE_ARN` and `<PREFIX>_CERTIFICATE_NAMES`, and
 * `REPLACE_RECORDS`, which holds for every stack.
 */
export function readDomain(env: Environment, prefix: string): DomainSettings | undefined {
  const names = domainNames(`${prefix}_DOMAIN_NAMES`, list(env, `${prefix}_DOMAIN_NAMES`));
  const certificate = readCertificate(env, prefix);
  if (names === undefined) {
    if (certificate === undefined) return undefined;
    throw new Error(
      `${prefix}_CERTIFICATE_ARN is set, but ${prefix}_DOMAIN_NAMES is not; set the names, or leave the certificate out`,
    );
  }
  const hostedZone = needHostedZone(env, `${prefix}_DOMAIN_NAMES`);
  refuseOutside(hostedZone, `${prefix}_DOMAIN_NAMES`, { names, remedy: "correct one of them" });
  return {
    names,
    hostedZone,
    ...(certificate === undefined ? {} : { certificate }),
    ...(isOn(env, "REPLACE_RECORDS") ? { replaceRecords: true } : {}),
  };
}

/** Checks a list of names. @returns nothing for an empty list */
export function domainNames(
  variable: string,
  names: readonly string[],
): readonly [string, ...string[]] | undefined {
  const odd = names.find((name) => !NAME.test(name));
  if (odd !== undefined) {
    throw new Error(`${variable} must be domain names in lower case, got "${odd}"`);
  }
  const [first, ...others] = names;
  return first === undefined ? undefined : [first, ...others];
}

function readCertificate(env: Environment, prefix: string): DomainSettings["certificate"] {
  const arn = env[`${prefix}_CERTIFICATE_ARN`];
  const names = list(env, `${prefix}_CERTIFICATE_NAMES`);
  if (!arn) {
    if (names.length === 0) return undefined;
    throw new Error(
      `${prefix}_CERTIFICATE_NAMES is set, but ${prefix}_CERTIFICATE_ARN is not; set it, or leave the names out and a certificate is made`,
    );
  }
  if (certificateRegion(arn) !== "us-east-1") {
    throw new Error(
      `${prefix}_CERTIFICATE_ARN must be a certificate of AWS Certificate Manager in us-east-1, got "${arn}"; leave it out and one is made`,
    );
  }
  return names.length === 0 ? { arn } : { arn, names };
}
