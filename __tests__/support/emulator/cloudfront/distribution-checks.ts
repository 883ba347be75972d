// What CloudFront refuses about a distribution's configuration, as far as it is cheap to tell.
import { CloudFrontError } from "./operation";
import { type CloudFrontState, kind } from "./state";
import { element, findAll, items, text, type XmlElement, type XmlValue } from "./xml";

/** An error's code and message; undefined when there is nothing to refuse. */
type Refusal = readonly [code: string, message: string, status?: number] | undefined;

const POLICIES = ["CachePolicy", "OriginRequestPolicy", "ResponseHeadersPolicy"] as const;

/** @throws CloudFrontError with the code that CloudFront answers */
export function checkDistribution(state: CloudFrontState, config: XmlElement, id: string): void {
  const behaviors = [
    element(config.DefaultCacheBehavior),
    ...items(config.CacheBehaviors).map(element),
  ];
  const origins = items(config.Origins).map(element);
  const refusal =
    wrongQuantity(config) ??
    badDefaults(config) ??
    badPatterns(behaviors.slice(1)) ??
    first(origins, (origin) => badOrigin(state, origin)) ??
    first(behaviors, (behavior) => badBehavior(state, behavior, targets(config))) ??
    badAliases(state, config, id);
  if (refusal === undefined) return;
  const [code, message, status = 400] = refusal;
  throw new CloudFrontError(status, code, message);
}

function first<T>(values: readonly T[], check: (value: T) => Refusal): Refusal {
  for (const value of values) {
    const refusal = check(value);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function targets(config: XmlElement): readonly string[] {
  return [...items(config.Origins), ...items(config.OriginGroups)].map((each) => text(each, "Id"));
}

/** Lists say how many items they have; a wrong count is refused wherever it is. */
function wrongQuantity(value: XmlValue | undefined): Refusal {
  if (Array.isArray(value)) return first(value, wrongQuantity);
  const list = element(value);
  if (typeof list.Quantity === "string" && Number(list.Quantity) !== items(list).length) {
    return [
      "InconsistentQuantities",
      `The value of Quantity and the size of Items don't match: ${list.Quantity} and ${items(list).length}.`,
    ];
  }
  return first(Object.values(list), wrongQuantity);
}

function badDefaults(config: XmlElement): Refusal {
  const root = text(config, "DefaultRootObject");
  if (root.startsWith("/")) {
    return [
      "InvalidDefaultRootObject",
      "The default root object file name cannot begin with a slash.",
    ];
  }
  if (text(config, "Comment").length > 128) {
    return ["InvalidArgument", "The parameter Comment is too long: 128 characters at most."];
  }
  return undefined;
}

function badPatterns(behaviors: readonly XmlElement[]): Refusal {
  if (behaviors.length > 75) {
    return [
      "TooManyCacheBehaviors",
      "You cannot create more cache behaviors for the distribution.",
    ];
  }
  const patterns = behaviors.map((behavior) => text(behavior, "PathPattern").replace(/^\//, ""));
  const twice = patterns.find((pattern, index) => patterns.indexOf(pattern) !== index);
  if (twice === undefined) return undefined;
  return [
    "InvalidArgument",
    `The parameter PathPattern contains duplicate cache behaviors with path pattern: ${twice}`,
  ];
}

function badOrigin(state: CloudFrontState, origin: XmlElement): Refusal {
  const domain = text(origin, "DomainName");
  if (!/^[A-Za-z0-9._-]+\.[A-Za-z0-9-]+$/.test(domain)) {
    return [
      "InvalidArgument",
      `The parameter Origin DomainName does not refer to a valid host: ${domain}`,
    ];
  }
  const path = text(origin, "OriginPath");
  if (path !== "" && (!path.startsWith("/") || path.endsWith("/"))) {
    return [
      "InvalidArgument",
      `The parameter OriginPath must begin and not end with a slash: ${path}`,
    ];
  }
  const control = text(origin, "OriginAccessControlId");
  if (control !== "" && !kind(state, "origin-access-control").has(control)) {
    return ["InvalidOriginAccessControl", `The origin access control does not exist: ${control}`];
  }
  const identity = text(origin, "S3OriginConfig", "OriginAccessIdentity").split("/").at(-1);
  if (identity && !kind(state, "origin-access-identity/cloudfront").has(identity)) {
    return [
      "InvalidOriginAccessIdentity",
      `The origin access identity does not exist: ${identity}`,
    ];
  }
  return undefined;
}

function badBehavior(
  state: CloudFrontState,
  behavior: XmlElement,
  targetIds: readonly string[],
): Refusal {
  const target = text(behavior, "TargetOriginId");
  if (!targetIds.includes(target)) {
    return [
      "NoSuchOrigin",
      `One or more of your origins or origin groups do not exist: ${target}`,
      404,
    ];
  }
  for (const name of POLICIES) {
    const id = text(behavior, `${name}Id`);
    const path = name.replace(/\B[A-Z]/g, "-$&").toLowerCase();
    if (id !== "" && !kind(state, path).has(id)) {
      return [`NoSuch${name}`, `The ${name} does not exist: ${id}`, 404];
    }
  }
  return badForwarding(behavior) ?? badFunctions(state, behavior);
}

function badForwarding(behavior: XmlElement): Refusal {
  const hasPolicy = text(behavior, "CachePolicyId") !== "";
  if (hasPolicy === (behavior.ForwardedValues !== undefined)) {
    return [
      "InvalidArgument",
      "The parameter ForwardedValues is needed without a cache policy and cannot be used with one.",
    ];
  }
  if (!hasPolicy && text(behavior, "OriginRequestPolicyId") !== "") {
    return ["InvalidArgument", "The parameter OriginRequestPolicyId needs a cache policy."];
  }
  const [min, standard, max] = ["MinTTL", "DefaultTTL", "MaxTTL"].map((ttl) => text(behavior, ttl));
  const given = [min, standard, max].filter((ttl) => ttl).map(Number);
  if (given.some((ttl, index) => index > 0 && ttl < (given[index - 1] ?? 0))) {
    return ["InvalidTTLOrder", "The order of the minimum, default and maximum TTL is not valid."];
  }
  return undefined;
}

function badFunctions(state: CloudFrontState, behavior: XmlElement): Refusal {
  const live = [...state.functions.values()].filter(({ live: version }) => version !== undefined);
  const names = live.map(({ name }) => name);
  return first(findAll(behavior.FunctionAssociations, "FunctionARN"), (arn) => {
    const name = text({ arn }, "arn").split("/").at(-1) ?? "";
    if (names.includes(name)) return undefined;
    return ["InvalidFunctionAssociation", `The function is not published: ${name}`];
  });
}

function badAliases(state: CloudFrontState, config: XmlElement, id: string): Refusal {
  const aliases = items(config.Aliases);
  const certificate = text(config, "ViewerCertificate", "CloudFrontDefaultCertificate");
  if (aliases.length > 0 && certificate === "true") {
    return [
      "InvalidViewerCertificate",
      "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.",
    ];
  }
  const others = [...state.distributions.values()].filter((other) => other.id !== id);
  const taken = aliases.find((alias) =>
    others.some((other) => items(other.config.Aliases).includes(alias)),
  );
  if (taken === undefined) return undefined;
  return ["CNAMEAlreadyExists", `One or more of the CNAMEs are already associated: ${taken}`, 409];
}
