/**
 * The test for what an invalidation path names: an object's path with the query string of its cache
 * key. A `*` counts at the end only; a `?` is one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
export function isInvalidatedBy(path: string): (known: string) => boolean {
  const rooted = path.startsWith("/") ? path : `/${path}`;
  if (!rooted.endsWith("*")) return (known) => known === rooted;
  const start = rooted.slice(0, -1);
  return (known) => known.startsWith(start);
}
