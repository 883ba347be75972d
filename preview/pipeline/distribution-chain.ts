/** How many distributions a request may pass, this one included. */
const MAX_CHAIN = 2;

/**
 * Whether a request has passed too many distributions already, by its Via header.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export function exceedsChain(via: string | undefined): boolean {
  if (via === undefined) return false;
  return (via.match(/\(CloudFront\)/g)?.length ?? 0) >= MAX_CHAIN;
}
