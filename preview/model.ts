// From a resolved stack to the distribution that the edge runs.
import { modulePlaces } from "../synthesized/configuration/join-module";
import { callsOf } from "../synthesized/configuration/module-call";
import { type Resource, resourcesOfType, type SynthesizedStack } from "../synthesized/stack";
import type { CustomErrorResponse, EdgeModel, GeoRestriction } from "./edge-model";
import { behaviorOf } from "./model/behaviors";
import { type Fields, fieldsOf } from "./model/fields";
import { originGroupOf, originOf } from "./model/origins";

/**
 * The model of one distribution.
 *
 * @param stack a resolved stack: no expressions, computed attributes beside the arguments
 * @param address of the distribution; needed only when the stack has several
 * @throws when there is no such distribution, or when it refers to what is not there
 */
export function edgeModel(stack: SynthesizedStack, address?: string): EdgeModel {
  const resource = distributionOf(stack, address);
  const distribution = fieldsOf(resource.config, resource.address);
  const origins = distribution.blocks("origin").map((origin) => originOf(stack, origin));
  const originGroups = distribution
    .blocks("origin_group")
    .map((group) => originGroupOf(group, origins));
  const targets = [...origins, ...originGroups].map(({ id }) => id);
  const ordered = distribution.blocks("ordered_cache_behavior");
  const fallback = distribution.block("default_cache_behavior");
  if (fallback === undefined) {
    throw new Error(`${resource.address} has no default_cache_behavior; add one`);
  }
  return {
    address: resource.address,
    id: distribution.text("id"),
    domainName: distribution.text("domain_name"),
    aliases: distribution.texts("aliases"),
    defaultRootObject: distribution.optionalText("default_root_object") ?? "",
    geoRestriction: geoRestrictionOf(distribution),
    orderedBehaviors: ordered.map((behavior) =>
      behaviorOf(stack, behavior, behavior.text("path_pattern"), targets),
    ),
    defaultBehavior: behaviorOf(stack, fallback, "*", targets),
    origins,
    originGroups,
    customErrorResponses: distribution.blocks("custom_error_response").map(customErrorResponse),
  };
}

/**
 * The distribution of an address, or the only one.
 *
 * @throws when there is none, or when there are several and no address says which
 */
export function distributionOf(stack: SynthesizedStack, address: string | undefined): Resource {
  const all = resourcesOfType(stack, "aws_cloudfront_distribution");
  const [first, ...others] = all;
  if (first === undefined) {
    throw new Error(
      `the stack has no aws_cloudfront_distribution; the preview runs one, so add it or name another stack${notRead(stack)}`,
    );
  }
  if (address === undefined && others.length === 0) return first;
  // A shell takes the quotes away that the address of an instance has.
  const plain = (text = "") => text.replaceAll('"', "");
  const found = all.find((resource) => plain(resource.address) === plain(address));
  if (found !== undefined) return found;
  const addresses = all.map((resource) => resource.address).join(", ");
  throw new Error(
    address === undefined
      ? `the stack has ${all.length} distributions; name one of ${addresses} with --distribution`
      : `the stack has no distribution "${address}"; name one of ${addresses}`,
  );
}

function geoRestrictionOf(distribution: Fields): GeoRestriction {
  const restriction = distribution.block("restrictions")?.block("geo_restriction");
  return {
    type:
      restriction?.word("restriction_type", ["none", "whitelist", "blacklist"], "none") ?? "none",
    locations: restriction?.texts("locations") ?? [],
  };
}

function customErrorResponse(response: Fields): CustomErrorResponse {
  const responseCode = response.number("response_code");
  const responsePagePath = response.optionalText("response_page_path");
  return {
    errorCode: response.number("error_code") ?? Number(response.text("error_code")),
    ...(responseCode ? { responseCode } : {}),
    ...(responsePagePath === undefined ? {} : { responsePagePath }),
    errorCachingMinTtl: response.number("error_caching_min_ttl") ?? 10,
  };
}

/** Where a distribution may be that is not there. */
function notRead(stack: SynthesizedStack): string {
  const calls = Object.entries(callsOf(stack)).map(([name, { source }]) => `${name} (${source})`);
  const { absent } = modulePlaces(stack);
  return [
    calls.length === 0
      ? ""
      : `. Modules of a registry are not read, nor those whose folder is missing: ${calls.join(", ")}`,
    absent.length === 0
      ? ""
      : `. By the values of its variables there is no ${absent.join(", no ")}; give others with --var-file`,
  ].join("");
}
