import { readCacheControl, statedAge } from "../../../preview/pipeline/cache-control";
import { NOW } from "../../support/edge";

const read = (value: string) => readCacheControl([["Cache-Control", value]]);

describe("Cache-Control", () => {
  it.each([
    ["max-age=60", { maxAge: 60 }],
    ["MAX-AGE=60", { maxAge: 60 }],
    ['max-age="60"', { maxAge: 60 }],
    ["max-age=60, s-maxage=10", { maxAge: 60, sMaxAge: 10 }],
    ["max-age=soon", { maxAge: undefined }],
    ["max-age=-1", { maxAge: undefined }],
    ["no-store", { forbids: "no-store" }],
    ["no-cache", { forbids: "no-cache" }],
    ["private, max-age=60", { forbids: "private", maxAge: 60 }],
    ['no-cache="Set-Cookie"', { forbids: undefined, notReplayed: ["set-cookie"] }],
    ['private="X-A, X-B"', { forbids: undefined }],
    ["public", { forbids: undefined, maxAge: undefined, present: true }],
    ["max-age=1, stale-while-revalidate=5", { staleWhileRevalidate: 5 }],
    ["max-age=1, stale-if-error=0", { staleIfError: 0 }],
  ])("%s says %j", (value, expected) => {
    expect(read(value)).toMatchObject(expected);
  });

  it("may be spread over several headers", () => {
    const control = readCacheControl([
      ["cache-control", "max-age=1"],
      ["Cache-Control", "private"],
    ]);
    expect(control).toMatchObject({ maxAge: 1, forbids: "private" });
  });
});

describe("the age that an origin states", () => {
  const inOneHour = new Date(NOW + 3_600_000).toUTCString();
  it.each([
    [
      [
        ["Cache-Control", "max-age=60"],
        ["Expires", inOneHour],
      ],
      60,
    ],
    [[["Cache-Control", "max-age=60, s-maxage=10"]], 10],
    [[["Expires", inOneHour]], 3600],
    [[["Expires", new Date(NOW - 1000).toUTCString()]], 0],
    [[["Expires", "0"]], 0],
    [[], undefined],
  ] as [[string, string][], number | undefined][])("%j is %s", (headers, seconds) => {
    expect(statedAge(readCacheControl(headers), headers, NOW)?.seconds).toBe(seconds);
  });
});
