import { parseRanges, satisfiable } from "../../../preview/pipeline/range";

describe("a Range header", () => {
  it.each([
    ["bytes=0-4", [[0, 4]]],
    ["bytes=5-", [[5, 9]]],
    ["bytes=-3", [[7, 9]]],
    ["bytes=0-100", [[0, 9]]],
    [
      "bytes=0-1,4-5",
      [
        [0, 1],
        [4, 5],
      ],
    ],
    [
      "bytes=0-1, 8-",
      [
        [0, 1],
        [8, 9],
      ],
    ],
    ["BYTES=0-0", [[0, 0]]],
    ["bytes=20-", []],
    ["bytes=-0", []],
    ["bytes=-100", [[0, 9]]],
  ])("%s of ten bytes is %j", (header, expected) => {
    const specs = parseRanges(header);
    expect(satisfiable(specs ?? [], 10).map(({ first, last }) => [first, last])).toEqual(expected);
  });

  it.each([
    ["not ascending", "bytes=300-400,100-200"],
    ["overlapping", "bytes=100-200,150-250"],
    ["touching twice", "bytes=0-5,5-9"],
    ["turned around", "bytes=5-2"],
    ["another unit", "lines=1-2"],
    ["no number", "bytes=a-b"],
    ["negative", "bytes=--5"],
    ["empty", "bytes="],
    ["something after an open end", "bytes=5-,8-9"],
    ["absent", undefined],
  ])("that is %s asks for the whole object", (_, header) => {
    expect(parseRanges(header)).toBeUndefined();
  });
});
