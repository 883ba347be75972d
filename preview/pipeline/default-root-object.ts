const ALLOWED = /^[A-Za-z0-9_\-.*$/~"'&]+$/;

const MAX_CHARACTERS = 255;

/**
 * The path that a request really asks for: the default root object for exactly `/`, with any
 * method.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
 */
export function withDefaultRootObject(path: string, defaultRootObject: string): string {
  if (path !== "/" || defaultRootObject === "") return path;
  return `/${defaultRootObject}`;
}

/** Whether CloudFront answers `/` with 400 `InvalidDefaultRootObject`. */
export function isInvalidRootObject(defaultRootObject: string): boolean {
  if (defaultRootObject === "") return false;
  return defaultRootObject.length > MAX_CHARACTERS || !ALLOWED.test(defaultRootObject);
}
