/**
 * Why a request target is refused; undefined when it is a path with an optional query string.
 *
 * CloudFront's parser is not documented here. What a URL parser could take for another host, and what
 * no URL contains, never gets as far as the edge. Slashes alone name no host: `///` is the origin's to
 * answer.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
 */
export function targetProblem(method: string, target: string): string | undefined {
  if (method === "CONNECT") return "CONNECT is for proxies";
  if (target === "*") return "the target * names no resource";
  if (!target.startsWith("/")) return "the target must be a path, without scheme and host";
  if (/^\/{2,}[^/?]/.test(target)) return "the path must start with exactly one slash";
  if (target.includes("\\")) return "the target contains a backslash";
  if (target.includes("#")) return "the target contains a fragment";
  if (hasControl(target)) return "the target contains a control character or a space";
  return undefined;
}

function hasControl(target: string): boolean {
  for (let index = 0; index < target.length; index++) {
    const code = target.charCodeAt(index);
    if (code <= 0x20 || code === 0x7f) return true;
  }
  return false;
}
