import type { GeoRestriction } from "../edge-model";

/**
 * Whether a distribution refuses viewers from a country. An unknown country is never refused.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html
 */
export function refusesCountry(
  { type, locations }: GeoRestriction,
  country: string | undefined,
): boolean {
  if (type === "none" || country === undefined) return false;
  const listed = locations.includes(country.toUpperCase());
  return type === "whitelist" ? !listed : listed;
}
