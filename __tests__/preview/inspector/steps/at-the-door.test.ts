import {
  describeBehavior,
  describeRootObject,
} from "../../../../preview/inspector/steps/at-the-door";

const behaviorStep = (...patterns: readonly string[]) =>
  describeBehavior({
    step: "behavior",
    path: "/x",
    tried: patterns.map((pattern, index) => ({
      pattern,
      matched: index === patterns.length - 1,
    })),
    pattern: patterns.at(-1) ?? "",
    targetOriginId: "app",
  }).sentence;

it("says why a behavior was chosen", () => {
  expect(behaviorStep("/x")).toBe(
    '"/x" is the first path pattern that matches /x; it leads to "app".',
  );
  expect(behaviorStep("*")).toBe(
    'Nothing comes before the default behavior, so it takes /x; it leads to "app".',
  );
  expect(behaviorStep("/a", "*")).toBe(
    'The path pattern before it does not match /x, so the default behavior decides; it leads to "app".',
  );
  expect(behaviorStep("/a", "/b", "*")).toBe(
    'None of the 2 path patterns before it matches /x, so the default behavior decides; it leads to "app".',
  );
});

it("says what the default root object stands for", () => {
  const { sentence } = describeRootObject({ step: "default-root-object", path: "/index.html" });
  expect(sentence).toBe("The viewer asked for /, so CloudFront asks for /index.html instead.");
});
