import { firstSegment, pathPatternProblem } from "../../../modules/private/path-pattern";

it.each(["/api/*", "/", "/*.css", "/a?c", "/~user/$x/@y:z+&\"'"])("takes %s", (pattern) => {
  expect(pathPatternProblem(pattern)).toBeUndefined();
});

it.each([
  ["api/*", /must start with "\/"/],
  ["/users/{id}", /must not contain "\{", which CloudFront refuses/],
  ["/a b", /must not contain " "/],
  ["/a%20b", /must not contain "%"/],
  [`/${"x".repeat(255)}`, /at most 255 characters/],
])("refuses %s", (pattern, problem) => {
  expect(pathPatternProblem(pattern)).toMatch(problem);
});

it.each([
  ["/api/*", "api"],
  ["/api", "api"],
  ["/api/v1/*", "api"],
  ["/api*", undefined],
  ["/*", undefined],
  ["/a?/*", undefined],
])("the first segment of %s is %s", (pattern, segment) => {
  expect(firstSegment(pattern)).toBe(segment);
});
