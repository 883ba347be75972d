// The keys with which a behavior's URLs and cookies may be signed.
import { type Resource, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { TrustedKey } from "../edge-model";
import { type Fields, fieldsOf } from "./fields";

/**
 * The keys of a behavior's trusted key groups; undefined when anyone may ask.
 *
 * Keys that the stack does not define (and those of `trusted_signers`) are not known here, so
 * nothing signed with them is accepted.
 */
export function trustedKeysOf(
  stack: SynthesizedStack,
  behavior: Fields,
): readonly TrustedKey[] | undefined {
  const groups = behavior.texts("trusted_key_groups");
  const isRestricted = groups.length > 0 || behavior.texts("trusted_signers").length > 0;
  if (!isRestricted) return undefined;
  const keyIds = withIds(resourcesOfType(stack, "aws_cloudfront_key_group"), groups).flatMap(
    (group) => group.texts("items"),
  );
  return withIds(resourcesOfType(stack, "aws_cloudfront_public_key"), keyIds).map((key) => ({
    id: key.text("id"),
    encodedKey: key.text("encoded_key"),
  }));
}

function withIds(resources: readonly Resource[], ids: readonly string[]): Fields[] {
  return resources
    .filter(({ config }) => ids.includes(String(config.id)))
    .map(({ config, address }) => fieldsOf(config, address));
}
