// Alternate domain names and which certificate covers them.

/** Says what is wrong with an alternate domain name, or nothing. */
export function aliasProblem(name: string): string | undefined {
  if (/^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(name)) return undefined;
  return "must be a domain name in lower case; only the first label may be *";
}

/**
 * Whether a certificate for some names covers another: the name itself, or a wildcard in place of
 * its first label.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-wn
 */
export function isCovered(name: string, certificateNames: readonly string[]): boolean {
  const wildcard = `*.${name.split(".").slice(1).join(".")}`;
  return certificateNames.includes(name) || certificateNames.includes(wildcard);
}
