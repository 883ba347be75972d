import { normalizePath } from "../../../preview/pipeline/normalize-path";

it.each([
  ["/", "/"],
  ["/a/b", "/a/b"],
  ["/a/b/..", "/a/"],
  ["/a/b/../c", "/a/c"],
  ["/a/./b", "/a/b"],
  ["/a/.", "/a/"],
  ["//a//b", "/a/b"],
  ["///", "/"],
  ["/../../a", "/a"],
  ["/..", "/"],
  ["/a/b/", "/a/b/"],
  ["/a//", "/a/"],
  ["/%61pi/x", "/api/x"],
  ["/a/%2e%2e/b", "/b"],
  ["/a%2fb", "/a%2Fb"],
  ["/my%20file", "/my%20file"],
  ["/caf%c3%a9", "/caf%C3%A9"],
  ["/100%", "/100%"],
  ["/.hidden", "/.hidden"],
  ["/a/..b", "/a/..b"],
  ["/%7Euser", "/~user"],
])("%s is compared as %s", (raw, normalized) => {
  expect(normalizePath(raw)).toBe(normalized);
});
