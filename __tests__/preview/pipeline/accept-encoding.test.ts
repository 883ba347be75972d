import {
  normalizeAcceptEncoding,
  normalizeLegacyAcceptEncoding,
} from "../../../preview/pipeline/accept-encoding";

describe("Accept-Encoding with a cache policy", () => {
  it.each([
    [["br", "gzip"], "gzip, deflate, br", "br,gzip"],
    [["br", "gzip"], "gzip", "gzip"],
    [["br", "gzip"], "br", "br"],
    [["gzip"], "gzip, br", "gzip"],
    [["br"], "gzip, br", "br"],
    [["br", "gzip"], "GZIP", "gzip"],
    [["br", "gzip"], "gzip;q=0.5, br;q=1.0", "br,gzip"],
    [["br", "gzip"], "br;q=0, gzip", "gzip"],
  ] as const)("enabled %j, viewer %s: sends and keys %s", (enabled, header, expected) => {
    const { sent, key } = normalizeAcceptEncoding(header, enabled, "1.1");
    expect({ sent, key }).toEqual({ sent: expected, key: expected });
  });

  it("sends identity and keys nothing when the viewer names no enabled encoding", () => {
    expect(normalizeAcceptEncoding("deflate", ["br", "gzip"], "1.1")).toMatchObject({
      sent: "identity",
      key: "",
    });
  });

  it.each([
    ["a viewer without the header", undefined, "1.1"],
    ["a viewer with HTTP/1.0", "gzip", "1.0"],
  ])("adds nothing for %s", (_, header, version) => {
    expect(normalizeAcceptEncoding(header, ["gzip"], version)).toMatchObject({
      sent: undefined,
      key: "",
    });
  });
});

it.each([
  ["gzip, deflate", "gzip"],
  ["gzip, br", "br,gzip"],
  ["br", "br"],
  ["deflate", undefined],
  ["identity", undefined],
  [undefined, undefined],
])("legacy settings turn %s into %s", (header, sent) => {
  expect(normalizeLegacyAcceptEncoding(header, "1.1").sent).toBe(sent);
});
