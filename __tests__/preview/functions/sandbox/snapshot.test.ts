import { takeSnapshot, usedRanges } from "../../../../preview/functions/sandbox/snapshot";

const PAGE = 64 * 1024;

it("sets everything back that was used", () => {
  const buffer = new ArrayBuffer(8 * PAGE);
  const bytes = new Uint8Array(buffer);
  bytes.set([1, 2, 3], 3 * PAGE);
  const restore = takeSnapshot({ buffer });
  bytes.fill(9, 0, 4 * PAGE);
  restore();
  expect([...bytes.subarray(3 * PAGE, 3 * PAGE + 4)]).toEqual([1, 2, 3, 0]);
  expect(bytes[0]).toBe(0);
});

it("leaves long runs of zeros out, but for their margins", () => {
  const bytes = new Uint8Array(64 * PAGE);
  bytes[0] = 1;
  bytes[40 * PAGE] = 1;
  expect(usedRanges(bytes)).toEqual([
    [0, 5 * PAGE],
    [36 * PAGE, 41 * PAGE],
  ]);
});

it("keeps short runs of zeros", () => {
  const bytes = new Uint8Array(12 * PAGE);
  bytes[0] = 1;
  bytes[11 * PAGE] = 1;
  expect(usedRanges(bytes)).toEqual([[0, 12 * PAGE]]);
});
