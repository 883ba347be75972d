import { type BehaviorProps, CACHE_POLICIES, READ_METHODS, spaFallback } from "../../../modules";
import { renderBehavior } from "../../../modules/private/render-behavior";

const defined = (value: object) => JSON.parse(JSON.stringify(value));

describe("renderBehavior", () => {
  it("caches nothing and redirects to HTTPS unless told otherwise", () => {
    expect(defined(renderBehavior({ targetOriginId: "s3" }))).toEqual({
      targetOriginId: "s3",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: CACHE_POLICIES.CachingDisabled,
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<BehaviorProps> = {
      targetOriginId: "s3",
      viewerProtocolPolicy: "https-only",
      allowedMethods: READ_METHODS,
      cachedMethods: READ_METHODS,
      forwardedValues: {
        queryString: true,
        queryStringCacheKeys: ["page"],
        cookies: { allow: ["session"] },
        headers: ["Accept"],
      },
      minTtl: 0,
      defaultTtl: 1,
      maxTtl: 2,
      cachePolicyId: "not rendered beside forwardedValues",
      originRequestPolicyId: "not rendered beside forwardedValues",
      responseHeadersPolicyId: "headers",
      compress: true,
      viewerRequest: [spaFallback()],
      viewerResponse: [spaFallback()],
    };
    const functions = [{ eventType: "viewer-request", functionArn: "arn:function" }];
    expect(renderBehavior(props, functions)).toEqual({
      targetOriginId: "s3",
      viewerProtocolPolicy: "https-only",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      forwardedValues: {
        queryString: true,
        queryStringCacheKeys: ["page"],
        cookies: { forward: "whitelist", whitelistedNames: ["session"] },
        headers: ["Accept"],
      },
      minTtl: 0,
      defaultTtl: 1,
      maxTtl: 2,
      responseHeadersPolicyId: "headers",
      compress: true,
      functionAssociation: functions,
    });
  });

  it("renders policies", () => {
    expect(
      renderBehavior({ targetOriginId: "s3", cachePolicyId: "a", originRequestPolicyId: "b" }),
    ).toMatchObject({ cachePolicyId: "a", originRequestPolicyId: "b" });
  });
});
