import { keepHistory } from "../../../preview/inspector/history";
import { createEvents } from "../../../preview/session/events";
import { exchange } from "./inspected-edge";

const keep = (limits = { exchanges: 3, crowded: 2, characters: 10_000, logs: 2 }) => {
  const events = createEvents();
  return { events, history: keepHistory(events, (text) => text.replace("secret", "***"), limits) };
};

const ids = (list: readonly { readonly id: number }[]): number[] => list.map(({ id }) => id);

it("keeps the latest exchanges, by number", () => {
  const { events, history } = keep();
  for (let i = 0; i < 5; i++) events.exchange(exchange());
  expect(ids(history.exchangesAfter(0))).toEqual([3, 4, 5]);
  expect(ids(history.exchangesAfter(4))).toEqual([5]);
  expect(history.exchange(2)).toBeUndefined();
  expect(history.exchange(5)?.id).toBe(5);
});

it("keeps fewer when they are large, but always the newest", () => {
  const { events, history } = keep();
  for (let i = 0; i < 3; i++) events.exchange(exchange({ characters: 12_000 }));
  expect(ids(history.exchangesAfter(0))).toEqual([3]);
});

it("keeps fewer while more come than anybody reads, and as many as before afterwards", () => {
  const { events, history } = keep();
  for (let i = 0; i < 1000; i++) events.exchange(exchange({ at: 5000 + i / 10 }));
  expect(history.exchangesAfter(0)).toHaveLength(3);
  for (let i = 0; i < 1000; i++) events.exchange(exchange({ at: 5200 + i / 10 }));
  expect(ids(history.exchangesAfter(0))).toEqual([1999, 2000]);
  for (let i = 0; i < 5; i++) events.exchange(exchange({ at: 9000 + i }));
  expect(ids(history.exchangesAfter(0))).toEqual([2003, 2004, 2005]);
});

it("keeps the latest log lines, cut and without secrets", () => {
  const { events, history } = keep();
  for (const text of ["one", "two", `secret ${"x".repeat(9000)}`]) {
    events.log({ address: "aws_lambda_function.api", level: "info", text });
  }
  const logs = history.logsAfter(0);
  expect(ids(logs)).toEqual([2, 3]);
  expect(logs[1]?.text).toMatch(/^\*\*\* x+$/);
  expect(logs[1]?.text.length).toBeLessThanOrEqual(4000);
});

it("forgets everything up to now when it is cleared", () => {
  const { events, history } = keep();
  events.exchange(exchange());
  events.exchange(exchange());
  history.clear();
  events.exchange(exchange());
  expect(history.clearedTo()).toBe(2);
  expect(ids(history.exchangesAfter(0))).toEqual([3]);
});

it("tells of changes until it is closed", () => {
  const { events, history } = keep();
  const told = jest.fn();
  const end = history.onChange(told);
  events.exchange(exchange());
  history.changed();
  expect(told).toHaveBeenCalledTimes(2);
  expect(history.stackVersion()).toBe(1);
  end();
  history.close();
  events.exchange(exchange());
  expect(told).toHaveBeenCalledTimes(2);
  expect(events.hasListeners()).toBe(false);
});
