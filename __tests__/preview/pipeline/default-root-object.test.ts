import {
  isInvalidRootObject,
  withDefaultRootObject,
} from "../../../preview/pipeline/default-root-object";

it.each([
  ["/", "index.html", "/index.html"],
  ["/", "site/index.html", "/site/index.html"],
  ["/", "/index.html", "//index.html"],
  ["/", "", "/"],
  ["/install/", "index.html", "/install/"],
  ["///", "index.html", "///"],
  ["/index.html", "index.html", "/index.html"],
  ["/site", "site/index.html", "/site"],
])("%s with %s asks for %s", (path, object, asked) => {
  expect(withDefaultRootObject(path, object)).toBe(asked);
});

it.each([
  ["index.html", false],
  ["", false],
  ["a b.html", true],
  ["index.html?x", true],
  ["a".repeat(256), true],
  ["a".repeat(255), false],
])("%s is refused as a default root object: %s", (object, refused) => {
  expect(isInvalidRootObject(object)).toBe(refused);
});
