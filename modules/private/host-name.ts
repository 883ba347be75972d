// Host names as CloudFront wants them: the name alone.
import { Token } from "cdktf";

/** Says what is wrong with an origin's domain name, or nothing. A token is left to Terraform. */
export function hostNameProblem(name: string): string | undefined {
  if (Token.isUnresolved(name)) return undefined;
  if (name.includes("://")) return "must be a host name without scheme";
  if (name.includes("/")) return "must be a host name without path; a path belongs in originPath";
  if (/:\d+$/.test(name)) return "must be a host name without port; ports have their own props";
  if (/^\d+(\.\d+){3}$/.test(name)) return "must be a host name, not an IP address";
  if (!/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(name)) {
    return "must be a host name in lower case with a dot in it";
  }
  return undefined;
}

/** Says what is wrong with an origin path, or nothing. */
export function originPathProblem(path: string): string | undefined {
  return Token.isUnresolved(path) || (path.startsWith("/") && !path.endsWith("/"))
    ? undefined
    : 'must start with "/" and not end with "/"';
}
