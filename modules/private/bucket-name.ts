// What S3 accepts as the name of a general purpose bucket.

/**
 * Says what is wrong with a bucket name, or nothing when S3 would take it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function bucketNameProblem(name: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    return "must be 3-63 lower-case letters, digits, dots or hyphens, and start and end with a letter or digit";
  }
  if (name.includes("..")) return "must not have two dots in a row";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return "must not look like an IP address";
  if (/^(xn--|sthree-|amzn-s3-demo-)/.test(name))
    return "must not start with a prefix AWS reserves";
  if (/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)) {
    return "must not end with a suffix AWS reserves";
  }
  return undefined;
}
