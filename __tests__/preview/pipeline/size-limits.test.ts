import { refusedSize } from "../../../preview/pipeline/size-limits";
import { request } from "../../support/edge";

const path = (bytes: number): string => `/${"a".repeat(bytes - 1)}`;

describe("the size limits", () => {
  it.each([
    ["a URL of 8,192 bytes passes", path(8192), undefined],
    ["a URL of 8,193 bytes gets 414", path(8193), 414],
    [
      "the query string counts, with its question mark",
      `${path(8000)}?${"q".repeat(191)}`,
      undefined,
    ],
    ["one byte more in the query string gets 414", `${path(8000)}?${"q".repeat(192)}`, 414],
  ])("%s", (_, target, status) => {
    expect(refusedSize(request(target))).toBe(status);
  });

  it("refuses headers that make the request longer than 32,768 bytes with 494", () => {
    expect(refusedSize(request("/", { headers: [["X", "v".repeat(32_768)]] }))).toBe(494);
    expect(refusedSize(request("/", { headers: [["X", "v".repeat(32_000)]] }))).toBeUndefined();
  });

  it("names the URL when both are too long", () => {
    expect(refusedSize(request(path(9000), { headers: [["X", "v".repeat(40_000)]] }))).toBe(414);
  });
});
