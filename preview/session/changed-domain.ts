import type { Origin } from "../edge-model";

/**
 * The id under which an origin's URL was given. A function that changes the domain of a request's
 * origin sends the request to whichever origin of the distribution has that domain, or to the
 * service of the stack that has it; a domain that is nowhere else stays with the origin's URL.
 *
 * @returns undefined when no URL counts, since the stack has the domain
 */
export function urlIdOf(
  { id, domainName }: Pick<Origin, "id" | "domainName">,
  origins: readonly Pick<Origin, "id" | "domainName">[],
  isInStack: (domainName: string) => boolean,
): string | undefined {
  const own = origins.find((one) => one.id === id);
  if (own === undefined || own.domainName === domainName) return id;
  const other = origins.find((one) => one.domainName === domainName);
  if (other !== undefined) return other.id;
  return isInStack(domainName) ? undefined : id;
}
