// An origin's domain is a host name and nothing else; Terraform lets anything pass.
import type { Json } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { referencesIn } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { decide, violation } from "../outcome";
import type { Rule } from "../rule";

const HOST = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/;
const URL_ATTRIBUTE = /^(invoke_url|function_url|api_endpoint|endpoint_url)$/;
// The host of a URL: `replace` with a pattern for the scheme, or the third part of a split at "/".
const HOST_OF_URL =
  /\$\{\s*(replace\(.*https\?:.*\)|(element\()?split\("\/",.*(,\s*2\s*\)|\[2\]))\s*\}/;

/** Catches what is left of a URL: its scheme, port, path, credentials. */
export const noMalformedOriginDomain: Rule = {
  id: "no-malformed-origin-domain",
  severity: "error",
  summary: "An origin's domain_name must not be anything but a lower-case host name.",
  fix: 'Give the host alone; from a URL take it with replace(url, "/^https?://([^/]*).*/", "$1").',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html",
  check: (stack) =>
    checkOrigins(stack, ({ config: { domain_name: raw } }) => {
      const url = wholeUrl(raw);
      if (url !== undefined) return violation(`has a URL for its domain_name: ${url}`);
      const name = textOf(stack, raw);
      if (name === UNKNOWN && isHostByConstruction(raw)) return undefined;
      return decide(name, `domain_name is ${JSON.stringify(raw)}`, (known) =>
        known !== undefined && HOST.test(known)
          ? undefined
          : `has the domain_name ${JSON.stringify(known ?? "")}`,
      );
    }),
};

function wholeUrl(raw: Json | undefined): string | undefined {
  if (typeof raw !== "string" || !/^\$\{[^()]*\}$/.test(raw)) return undefined;
  const [reference] = referencesIn(raw);
  return reference !== undefined && URL_ATTRIBUTE.test(reference.attribute) ? raw : undefined;
}

function isHostByConstruction(raw: Json | undefined): boolean {
  if (typeof raw !== "string") return false;
  if (HOST_OF_URL.test(raw)) return true;
  if (/\$\{[^}]*[(?]/.test(raw)) return false;
  // Attributes and literal text between them, such as `${api.id}.execute-api.eu-west-1.amazonaws.com`.
  const filled = raw.replace(/\$\{[^}]*\}/g, "a");
  const isKnownAttribute = referencesIn(raw).length > 0 && !/\$\{\s*(var|local|each)\./.test(raw);
  return isKnownAttribute && (filled === "a" || HOST.test(filled));
}
