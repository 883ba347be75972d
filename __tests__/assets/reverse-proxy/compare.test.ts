import { loadModule } from "../load-module";

interface Result {
  status: number | null;
  milliseconds: number;
  preflight: { word: string };
}
const { compare, summarize, verdict } = loadModule<{
  compare(
    sendOne: (way: string) => Promise<Result>,
    onProgress: (done: number, total: number) => void,
  ): Promise<Record<string, Result[]>>;
  summarize(results: Result[]): object | null;
  verdict(edge: object | null, direct: object | null): string;
}>("assets/reverse-proxy/compare.js");

const result = (milliseconds: number, status: number | null = 200): Result => ({
  status,
  milliseconds,
  preflight: { word: "none" },
});

describe("the comparison", () => {
  it("measures 20 calls each way in turn, after one that opens the connection", async () => {
    const sent: string[] = [];
    const totals = new Set<number>();
    const results = await compare(
      async (way) => {
        sent.push(way);
        return result(sent.length <= 2 ? 5000 : 10);
      },
      (_, total) => totals.add(total),
    );
    expect(sent.slice(0, 6)).toEqual(["edge", "direct", "edge", "direct", "edge", "direct"]);
    expect(sent).toHaveLength(42);
    expect([...totals]).toEqual([40]);
    expect(summarize(results.edge ?? [])).toEqual({
      answered: 20,
      median: 10,
      fastest: 10,
      slowest: 10,
      statuses: [200],
      preflight: { word: "none" },
    });
  });

  it("asks a way that gives no answer once only", async () => {
    let direct = 0;
    const results = await compare(
      async (way) => {
        if (way === "edge") return result(10);
        direct += 1;
        return result(1, null);
      },
      () => {},
    );
    expect(direct).toBe(1);
    expect(results.edge).toHaveLength(20);
    expect(summarize(results.direct ?? [])).toBeNull();
  });

  it.each([
    [50, 100, /0\.50 of the direct one: 2\.0 times as fast/],
    [100, 50, /2\.00 of the direct one: 2\.0 times as slow/],
    [100, 98, /1\.02 of the direct one: no difference that means much/],
  ])("of the medians %p and %p says so in words", (edge, direct, expected) => {
    expect(verdict({ median: edge }, { median: direct })).toMatch(expected);
  });

  it("says when there is nothing to compare", () => {
    expect(verdict({ median: 1 }, null)).toMatch(/one way got no answer/);
  });
});
