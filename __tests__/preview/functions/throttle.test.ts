import { createThrottle } from "../../../preview/functions/throttle";

it("pauses a function for a second after five runs over time in a row", () => {
  let now = 0;
  const throttle = createThrottle(() => now);
  for (let turn = 0; turn < 5; turn += 1) {
    expect(throttle.isThrottled()).toBe(false);
    throttle.ended("timed-out");
  }
  expect(throttle.isThrottled()).toBe(true);
  now = 1000;
  expect(throttle.isThrottled()).toBe(false);
});

it("does not pause a function that is in time now and then", () => {
  const throttle = createThrottle(() => 0);
  for (const how of [
    "timed-out",
    "timed-out",
    "timed-out",
    "timed-out",
    "in-time",
    "timed-out",
  ] as const)
    throttle.ended(how);
  expect(throttle.isThrottled()).toBe(false);
});
