import { createSpentTime } from "../../../../preview/functions/sandbox/spent-time";

it("counts the work of a run, and hardly the waits for a processor", () => {
  let now = 1000;
  const time = createSpentTime(() => now);
  const after = (milliseconds: number): number => {
    now += milliseconds;
    return time.spent();
  };
  time.start();
  expect(after(1)).toBe(1);
  expect(after(4)).toBe(5);
  expect(after(300)).toBe(10);
  expect(after(2)).toBe(12);
});

it("begins again with each run", () => {
  let now = 0;
  const time = createSpentTime(() => now);
  time.start();
  now = 3;
  expect(time.spent()).toBe(3);
  now = 900;
  time.start();
  expect(time.spent()).toBe(0);
});
