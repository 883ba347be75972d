// Pure rendering of a distribution's parts that are neither origins nor behaviors.
import type {
  CloudfrontDistributionOriginGroup,
  CloudfrontDistributionRestrictionsGeoRestriction,
} from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { GeoRestriction, OriginGroup } from "../distribution-props";

/** The origin groups, or nothing when there are none. */
export function renderOriginGroups(
  groups: Readonly<Record<string, OriginGroup>> = {},
): CloudfrontDistributionOriginGroup[] | undefined {
  const rendered = Object.entries(groups).map(([originId, group]) => ({
    originId,
    failoverCriteria: { statusCodes: [...(group.statusCodes ?? [500, 502, 503, 504])] },
    member: [{ originId: group.primary }, { originId: group.secondary }],
  }));
  return rendered.length === 0 ? undefined : rendered;
}

/** The restriction by country; CloudFront wants one even when there is none. */
export function renderRestriction(
  restriction: GeoRestriction | undefined,
): CloudfrontDistributionRestrictionsGeoRestriction {
  if (restriction === undefined) return { restrictionType: "none" };
  return "allow" in restriction
    ? { restrictionType: "whitelist", locations: [...restriction.allow] }
    : { restrictionType: "blacklist", locations: [...restriction.deny] };
}
