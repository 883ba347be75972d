import { describeLookup, describeTimeToLive } from "../../../../preview/inspector/steps/caching";

it("lists the parts of the cache key, and what is not part of it", () => {
  const { details } = describeLookup({
    step: "cache-lookup",
    result: "miss",
    reason: "no such object",
    key: {
      method: "OPTIONS",
      path: "/a",
      query: "b=1",
      headers: [
        ["accept-language", "de"],
        ["origin", undefined],
      ],
      cookies: "",
      acceptEncoding: "br,gzip",
    },
  });
  expect(details).toEqual([
    {
      kind: "rows",
      title: "Cache key",
      rows: [
        { name: "Path", value: "/a" },
        { name: "Method", value: "OPTIONS" },
        { name: "Query string", value: "b=1" },
        { name: "Header accept-language", value: "de" },
        { name: "Header origin", value: "not sent by the viewer" },
        { name: "Cookies", value: "not part of it" },
        { name: "Accept-Encoding", value: "br,gzip" },
      ],
    },
  ]);
});

it.each([
  ["hit", "In the cache", "good"],
  ["stale", "In the cache, stale", "good"],
  ["expired", "In the cache, expired", "plain"],
  ["miss", "Not in the cache", "plain"],
  ["bypass", "Past the cache", "plain"],
] as const)("calls a lookup with %s %s", (result, heading, tone) => {
  const shown = describeLookup({ step: "cache-lookup", result, reason: "so" });
  expect(shown).toMatchObject({ heading, tone, details: [] });
});

it("says how long a response is kept, and why", () => {
  const kept = { step: "time-to-live", cached: true, seconds: 3600, reason: "max-age" } as const;
  expect(describeTimeToLive(kept)).toMatchObject({
    heading: "Kept for 1 hour",
    sentence: "CloudFront serves this object from its cache for 3600 s; the reason: max-age.",
  });
  expect(describeTimeToLive({ ...kept, seconds: 0 }).heading).toBe("Not kept");
  expect(
    describeTimeToLive({ step: "time-to-live", cached: false, reason: "private" }),
  ).toMatchObject({
    heading: "Not kept",
    sentence: "CloudFront does not keep this response; the reason: private.",
  });
});
