import { afterWork } from "../../../../preview/functions/sandbox/after-work";

/** A process that is given so much of a processor; tells when the call comes. */
function calledAfter(share: number): number {
  jest.useFakeTimers();
  const start = Date.now();
  let at = Number.NaN;
  afterWork(
    1000,
    () => {
      at = Date.now() - start;
    },
    () => (Date.now() - start) * share,
  );
  jest.advanceTimersByTime(60_000);
  jest.useRealTimers();
  return at;
}

it("ends a thread that works all the time after as long on the wall", () => {
  expect(calledAfter(1)).toBe(1000);
});

it("waits for a thread that the machine gives a tenth of a processor until it has had its time", () => {
  expect(calledAfter(0.1)).toBeGreaterThanOrEqual(10_000);
  expect(calledAfter(0.1)).toBeLessThan(10_100);
});

it("does not wait for ever for one that never works", () => {
  expect(calledAfter(0)).toBeGreaterThanOrEqual(30_000);
});

it("can be taken back", () => {
  jest.useFakeTimers();
  const call = jest.fn();
  afterWork(1000, call, () => 5000)();
  jest.advanceTimersByTime(60_000);
  jest.useRealTimers();
  expect(call).not.toHaveBeenCalled();
});
