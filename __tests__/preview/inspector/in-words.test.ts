import {
  count,
  methodsInWords,
  namedInWords,
  secondsInWords,
  timesInWords,
} from "../../../preview/inspector/in-words";
import { ALL_METHODS } from "../../support/edge";

it.each([
  [0, "0 s"],
  [90, "90 s"],
  [60, "1 minute"],
  [7200, "2 hours"],
  [86_400, "1 day"],
  [31_536_000, "1 year"],
])("%d seconds are %s", (seconds, words) => {
  expect(secondsInWords(seconds)).toBe(words);
});

it.each([
  [0, 0, 0, "nothing is cached"],
  [0, 0, 31_536_000, "cached for 0 to 1 year, only if the origin says so"],
  [1, 86_400, 31_536_000, "cached for 1 s to 1 year, 1 day if the origin says nothing"],
  [60, 60, 60, "cached for 1 minute, 1 minute if the origin says nothing"],
  [300, 0, 600, "cached for 5 minutes to 10 minutes, 5 minutes if the origin says nothing"],
])("TTLs %d, %d, %d: %s", (minTtl, defaultTtl, maxTtl, words) => {
  expect(timesInWords({ minTtl, defaultTtl, maxTtl })).toBe(words);
});

it("names cookies and query strings by their rule", () => {
  const items = ["a", "b"];
  expect(namedInWords("cookies", { behavior: "none", items: [] })).toBeUndefined();
  expect(namedInWords("cookies", { behavior: "all", items: [] })).toBe("all cookies");
  expect(namedInWords("cookies", { behavior: "whitelist", items })).toBe("cookies a, b");
  expect(namedInWords("cookies", { behavior: "allExcept", items })).toBe("all cookies except a, b");
});

it("counts, and calls seven methods all", () => {
  expect([count(1, "header"), count(2, "header")]).toEqual(["1 header", "2 headers"]);
  expect(methodsInWords(ALL_METHODS)).toBe("all");
  expect(methodsInWords(["GET", "HEAD"])).toBe("GET, HEAD");
});
