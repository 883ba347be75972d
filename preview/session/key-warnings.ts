import type { EdgeModel } from "../edge-model";

/** What to know of behaviors that ask for signatures which no key of the stack can make. */
export function keyWarnings({ orderedBehaviors, defaultBehavior }: EdgeModel): string[] {
  return [...orderedBehaviors, defaultBehavior]
    .filter(({ trustedKeys }) => trustedKeys?.length === 0)
    .map(
      ({ pathPattern }) =>
        `behavior "${pathPattern}" asks for signed URLs or cookies, and the stack defines none of their public keys: every request gets 403; add the aws_cloudfront_key_group and its aws_cloudfront_public_key to the stack`,
    );
}
