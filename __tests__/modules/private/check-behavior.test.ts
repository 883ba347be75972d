import { ALL_METHODS, type BehaviorProps, READ_METHODS } from "../../../modules";
import { behaviorProblems } from "../../../modules/private/check-behavior";

const forwardedValues = { queryString: false, cookies: "none" } as const;
const problems = (props: Partial<BehaviorProps>) =>
  behaviorProblems({ targetOriginId: "s3", ...props });

it.each<[string, Partial<BehaviorProps>]>([
  ["nothing but an origin", {}],
  ["all methods", { allowedMethods: ALL_METHODS }],
  ["methods in another order", { allowedMethods: [...ALL_METHODS].reverse() }],
  ["OPTIONS kept", { allowedMethods: ALL_METHODS, cachedMethods: ["OPTIONS", "GET", "HEAD"] }],
  ["no caching", { forwardedValues, minTtl: 0, defaultTtl: 0, maxTtl: 0 }],
  ["a long minimum alone", { forwardedValues, minTtl: 100_000 }],
  ["policies", { cachePolicyId: "a", originRequestPolicyId: "b" }],
])("takes %s", (_what, props) => {
  expect(problems(props)).toEqual([]);
});

it.each<[Partial<BehaviorProps>, RegExp]>([
  [{ allowedMethods: ["GET", "HEAD", "POST"] }, /all seven, got GET, HEAD, POST/],
  [
    { allowedMethods: ALL_METHODS, cachedMethods: ALL_METHODS },
    /cachedMethods must be GET and HEAD/,
  ],
  [
    { allowedMethods: READ_METHODS, cachedMethods: ["GET", "HEAD", "OPTIONS"] },
    /got OPTIONS in cachedMethods only/,
  ],
  [{ forwardedValues, cachePolicyId: "a" }, /cachePolicyId does not go together/],
  [{ forwardedValues, originRequestPolicyId: "a" }, /originRequestPolicyId does not go together/],
  [{ maxTtl: 0 }, /maxTtl only work with forwardedValues/],
  [{ forwardedValues, maxTtl: -1 }, /maxTtl must be whole seconds from 0, got -1/],
  [{ forwardedValues, minTtl: 1.5 }, /minTtl must be whole seconds from 0, got 1.5/],
  [{ forwardedValues, minTtl: 10, maxTtl: 5 }, /must not decrease, got 10, 86400, 5/],
  [{ forwardedValues, defaultTtl: 10, maxTtl: 5 }, /must not decrease, got 0, 10, 5/],
  [{ viewerRequest: [] }, /viewerRequest must not be empty/],
])("refuses %j", (props, problem) => {
  expect(problems(props)).toEqual([expect.stringMatching(problem)]);
});
