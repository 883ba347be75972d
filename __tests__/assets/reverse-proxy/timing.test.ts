import { loadModule } from "../load-module";

const { findEntry, median, toPhases } = loadModule<{
  findEntry(url: string, performance: object): Promise<object | undefined>;
  median(numbers: number[]): number;
  toPhases(entry: object | undefined): object | null;
}>("assets/reverse-proxy/timing.js");

const entry = {
  fetchStart: 100,
  domainLookupStart: 150,
  connectEnd: 180,
  requestStart: 182,
  responseStart: 240,
  responseEnd: 244,
};

describe("the parts of a call's time", () => {
  it("tell connecting apart from what else came before sending", () => {
    expect(toPhases(entry)).toEqual({ before: 52, connect: 30, wait: 58, download: 4 });
  });

  it("are unknown when the browser hides them or has no record", () => {
    expect(toPhases({ ...entry, requestStart: 0, responseStart: 0 })).toBeNull();
    expect(toPhases(undefined)).toBeNull();
  });

  it("wait for a record that comes after the answer, but not for ever", async () => {
    const records = [[], [], [entry]];
    const late = { getEntriesByName: () => records.shift() };
    expect(await findEntry("https://x.example/", late)).toBe(entry);
    expect(await findEntry("https://x.example/", { getEntriesByName: () => [] })).toBeUndefined();
  });
});

describe("the median", () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[10, 9, 100], 10],
  ])("of %p is %p", (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });
});
