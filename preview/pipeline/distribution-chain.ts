/** How many distributions a request may pass, this one included. */
const MAX_CHAIN = 2;

/**
 * Whether a request has passed too many distributions already, by its Via header.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export function exceedsChain(via: string | undefined): boolean {
  return distributionsPassed(via) >= MAX_CHAIN;
}

/** How many distributions a request has passed before this one. */
export function distributionsPassed(via: string | undefined): number {
  return via?.match(/\(CloudFront\)/g)?.length ?? 0;
}
