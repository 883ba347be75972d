import { behaviorId } from "../../../modules/private/behavior-id";

it.each(["cf-apigw", "api", "cf-cust-domain"])("is the prefix of a plain pattern: %s", (prefix) => {
  expect(behaviorId(`/${prefix}/*`)).toBe(prefix);
});

it("never is the same for two patterns", () => {
  const patterns = [
    ...["/api/*", "/API/*", "/api*", "/api", "/a/p/i/*", "/*", "*", "/9/*", "/a?b"],
    ...[1, 2].map((n) => `/${"long-".repeat(20)}${n}/*`),
  ];
  expect(new Set(patterns.map(behaviorId)).size).toBe(patterns.length);
});

it.each(["/API/*", "/*", "/9/*", "/a.b?c*", `/${"x".repeat(200)}/*`])(
  "is fit for a name and an address: %s",
  (pattern) => {
    expect(behaviorId(pattern)).toMatch(/^[a-z][a-z0-9-]{0,37}$/);
  },
);

it("is not that of the default behavior, nor of the function of another's responses", () => {
  expect(behaviorId("/default/*")).toMatch(/^route-default-[0-9a-f]{6}$/);
  expect(behaviorId("/api-res/*")).toMatch(/^route-api-res-[0-9a-f]{6}$/);
});
