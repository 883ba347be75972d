import { ALL_METHODS, type DistributionProps, HostOrigin, type IOrigin } from "../../../modules";
import { validateBound, validateDistribution } from "../../../modules/private/check-distribution";

const host = new HostOrigin({ domainName: "web.example.com" });

const choosy: IOrigin = {
  bind: (scope, originId) => host.bind(scope, originId),
  patternProblem: () => "is wrong here",
};

const minimum: DistributionProps = {
  name: "shop",
  origins: { site: host, api: host },
  defaultBehavior: { targetOriginId: "site" },
};

const route = { targetOriginId: "api", allowedMethods: ALL_METHODS, pathPattern: "/api/*" };
const groups = { both: { primary: "site", secondary: "api" } };

const validate = (props: Partial<DistributionProps>) =>
  validateDistribution("shop/distribution", { ...minimum, ...props });

describe("validateDistribution", () => {
  it.each<[string, Partial<DistributionProps>]>([
    ["nothing but origins and a default behavior", {}],
    ["routes", { routes: [route, { ...route, pathPattern: "/api" }] }],
    ["a route to a group", { originGroups: groups, defaultBehavior: { targetOriginId: "both" } }],
    ["no root object", { defaultRootObject: "" }],
    ["a comment of 128 characters", { comment: "x".repeat(128) }],
    ["countries", { geoRestriction: { deny: ["AQ", "BV"] } }],
  ])("takes %s", (_what, props) => {
    expect(() => validate(props)).not.toThrow();
  });

  it.each<[string, Partial<DistributionProps>, string]>([
    [
      "a route without a leading slash",
      { routes: [{ ...route, pathPattern: "api/*" }] },
      'path pattern "api/*" must start with "/"',
    ],
    [
      "two routes with one pattern",
      { routes: [route, route] },
      'path pattern "/api/*" has two routes, and CloudFront would only ever take the first; remove one',
    ],
    [
      "a route to an origin that it does not have",
      { routes: [{ ...route, targetOriginId: "apii" }] },
      'route "/api/*": targetOriginId "apii" is no origin of this distribution; it has site, api',
    ],
    [
      "a default behavior for an origin that it does not have, and names its groups too",
      { originGroups: groups, defaultBehavior: { targetOriginId: "x" } },
      'default behavior: targetOriginId "x" is no origin of this distribution; it has site, api, both',
    ],
    [
      "a behavior that CloudFront would refuse, and says which",
      { defaultBehavior: { targetOriginId: "site", viewerResponse: [] } },
      "default behavior: viewerResponse must not be empty; leave it out",
    ],
    [
      "writing to a group of origins",
      { originGroups: groups, routes: [{ ...route, targetOriginId: "both" }] },
      'route "/api/*": an origin group fails over GET, HEAD and OPTIONS only, but allowedMethods has DELETE, PATCH, POST, PUT; target one origin, or allow reading only',
    ],
    [
      "a group of an origin that it does not have",
      { originGroups: { both: { primary: "site", secondary: "x" } } },
      'origin group "both" names "x", which is no origin of this distribution; it has site, api',
    ],
    [
      "a pattern that its origin cannot answer",
      { origins: { ...minimum.origins, api: choosy }, routes: [route] },
      'path pattern "/api/*" is wrong here',
    ],
    [
      "a root object with a leading slash",
      { defaultRootObject: "/index.html" },
      'defaultRootObject must not start with "/", got "/index.html"; CloudFront adds the slash',
    ],
    [
      "a comment that is too long",
      { comment: "x".repeat(129) },
      "comment must have at most 128 characters, got 129",
    ],
    [
      "a country that is none",
      { geoRestriction: { allow: ["de"] } },
      'a country is two letters in upper case, such as DE, got "de"',
    ],
    [
      "a name that AWS would refuse",
      { name: "my shop" },
      'name must be letters, digits, hyphens or underscores, got "my shop"',
    ],
  ])("refuses %s", (_what, props, message) => {
    expect(() => validate(props)).toThrow(`${message} (at shop/distribution)`);
  });

  it("names all mistakes at once", () => {
    expect(() => validate({ comment: "x".repeat(129), defaultRootObject: "/x" })).toThrow(
      /^defaultRootObject.*\ncomment.* \(at shop\/distribution\)$/,
    );
  });
});

describe("validateBound", () => {
  const origin = { originId: "web", domainName: "www.example.com" };

  it("takes an origin with a name of its own", () => {
    expect(() => validateBound("x", origin, ["example.com"])).not.toThrow();
    expect(() => validateBound("x", origin)).not.toThrow();
  });

  it("refuses the distribution itself as its origin", () => {
    expect(() => validateBound("x", origin, ["www.example.com"])).toThrow(
      'origin "web" is "www.example.com", a name of the distribution itself; give the origin a name of its own (at x)',
    );
  });
});
