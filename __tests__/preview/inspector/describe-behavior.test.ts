import type { Behavior } from "../../../preview/edge-model";
import { pictureBehavior } from "../../../preview/inspector/describe-behavior";
import {
  allViewer,
  allViewerExceptHost,
  behavior,
  cachePolicy,
  cachingDisabled,
  forwardedValues,
  model,
  originRequestPolicy,
} from "../../support/edge";

const picture = (changes: Partial<Behavior>) => pictureBehavior(behavior(changes), model(), false);

const fact = (label: string, changes: Partial<Behavior>): string | undefined =>
  picture(changes).facts.find((one) => one.label === label)?.text;

it("says in words what a behavior caches, by which key", () => {
  expect(fact("Cache", { cachePolicy: cachingDisabled, compress: true })).toBe(
    "Managed-CachingDisabled: nothing is cached",
  );
  const keyed = cachePolicy({
    headers: { behavior: "whitelist", items: ["Accept-Language"] },
    queryStrings: { behavior: "all", items: [] },
  });
  expect(fact("Cache", { cachePolicy: keyed })).toBe(
    "test-policy: cached for 0 to 1 year, 1 day if the origin says nothing; key: path; all query strings; headers Accept-Language; not compressed",
  );
});

it.each([
  [allViewer, "Managed-AllViewer: all headers; all cookies; all query strings"],
  [
    allViewerExceptHost,
    "Managed-AllViewerExceptHostHeader: all headers except Host; all cookies; all query strings",
  ],
  [originRequestPolicy(), "test-request-policy: nothing"],
])("says in words what reaches the origin (%#)", (policy, words) => {
  expect(fact("To the origin", { originRequestPolicy: policy })).toBe(words);
});

it("puts the legacy settings into the same words", () => {
  const some = forwardedValues({
    headers: ["Accept"],
    queryString: true,
    cookies: { forward: "whitelist", whitelistedNames: ["a", "b*"] },
  });
  expect(fact("To the origin", { forwardedValues: some })).toBe(
    "headers Accept; cookies a, b*; all query strings",
  );
  const all = forwardedValues({
    headers: ["*"],
    cookies: { forward: "all", whitelistedNames: [] },
  });
  expect(fact("Cache", { forwardedValues: all })).toContain("nothing is cached (all headers)");
  expect(fact("To the origin", { forwardedValues: all })).toBe("all headers; all cookies");
});

it("names the functions, the response headers policy and what must be signed", () => {
  const changes: Partial<Behavior> = {
    functions: [
      {
        kind: "cloudfront-function",
        event: "viewer-request",
        arn: "arn:aws:cloudfront::123456789012:function/spa",
        address: "aws_cloudfront_function.spa",
        includeBody: false,
      },
    ],
    responseHeadersPolicy: {
      id: "1",
      name: "security",
      securityHeaders: [{ name: "X-Frame-Options", value: "DENY", override: true }],
      customHeaders: [{ name: "X-Secret-Value", value: "not shown", override: true }],
      removeHeaders: ["X-Powered-By"],
    },
    trustedKeys: [],
  };
  expect(fact("Functions", changes)).toBe("viewer-request: aws_cloudfront_function.spa");
  expect(fact("Response headers", changes)).toBe(
    "security: X-Frame-Options, X-Secret-Value; without X-Powered-By",
  );
  expect(fact("Signed URLs", changes)).toBe("required");
  expect(picture(changes).brief).toBe("HTTP and HTTPS · all methods · cached · 1 function");
});

it("leads to every member of an origin group, the primary first", () => {
  const group = { id: "both", statusCodes: [500, 503], members: ["app", "backup"] };
  const shown = pictureBehavior(
    behavior({ targetOriginId: "both" }),
    model({ originGroups: [group] }),
    true,
  );
  expect(shown).toMatchObject({ target: "both", originIds: ["app", "backup"], isDefault: true });
  expect(shown.facts).toContainEqual({ label: "Failover", text: "on 500, 503" });
});
