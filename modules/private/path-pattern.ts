// Which path patterns this project accepts for a cache behavior.

/**
 * Says what is wrong with a path pattern, or nothing.
 *
 * CloudFront also takes a pattern without the leading slash and means the same; here the slash is
 * asked for, so that a pattern reads like the path it matches and two spellings cannot clash.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function pathPatternProblem(pattern: string): string | undefined {
  if (!pattern.startsWith("/")) return 'must start with "/"';
  if (pattern.length > 255) return "must have at most 255 characters";
  const odd = /[^A-Za-z0-9_\-.*$/~"'@:+&?]/.exec(pattern);
  if (odd !== null) return `must not contain "${odd[0]}", which CloudFront refuses`;
  return undefined;
}

/** The first segment of a path pattern when it is literal: `api` for `/api/*`. */
export function firstSegment(pattern: string): string | undefined {
  const segment = /^\/([^/*?]+)(\/|$)/.exec(pattern);
  return segment?.[1];
}
