import { edgeHeaders, requestIds } from "../../../preview/pipeline/edge-headers";

describe("request ids", () => {
  it("have 56 characters and are never the same", () => {
    const next = requestIds(Math.random);
    const ids = Array.from({ length: 10_000 }, next);
    expect(new Set(ids).size).toBe(10_000);
    for (const id of ids) expect(id).toMatch(/^[\w-]{54}==$/);
  });

  it("differ from one edge to the next in every part", () => {
    const [one = "", other = ""] = [requestIds(Math.random)(), requestIds(Math.random)()];
    expect(one.slice(0, 18)).not.toBe(other.slice(0, 18));
    expect(one.slice(18)).not.toBe(other.slice(18));
  });
});

describe("the headers that CloudFront writes about itself", () => {
  const add = edgeHeaders({ viaHost: "abc.cloudfront.net", pop: "LOC50-C1" });
  const marks = { result: "Miss", age: undefined, requestId: "id==", httpVersion: "2.0" } as const;
  const NOON = Date.UTC(2026, 0, 1, 12);

  it("follow those of the response", () => {
    expect(add([["A", "1"]], { ...marks, now: NOON })).toEqual([
      ["A", "1"],
      ["Server", "CloudFront"],
      ["Date", "Thu, 01 Jan 2026 12:00:00 GMT"],
      ["X-Cache", "Miss from cloudfront"],
      ["Via", "2.0 abc.cloudfront.net (CloudFront)"],
      ["X-Amz-Cf-Pop", "LOC50-C1"],
      ["X-Amz-Cf-Id", "id=="],
    ]);
  });

  it("keep an origin's Server and Date, and replace what an origin says in CloudFront's name", () => {
    const origin = [
      ["server", "nginx"],
      ["date", "yesterday"],
      ["X-CACHE", "HIT"],
      ["age", "7"],
    ] as const;
    const got = add(origin, { ...marks, result: "Hit", age: 3, httpVersion: "1.0", now: NOON });
    expect(got).toEqual([
      ["server", "nginx"],
      ["date", "yesterday"],
      ["X-Cache", "Hit from cloudfront"],
      ["Via", "1.0 abc.cloudfront.net (CloudFront)"],
      ["X-Amz-Cf-Pop", "LOC50-C1"],
      ["X-Amz-Cf-Id", "id=="],
      ["Age", "3"],
    ]);
  });

  it("have the date of their second", () => {
    const date = (now: number) => add([], { ...marks, now }).find(([name]) => name === "Date")?.[1];
    expect(date(NOON + 999)).toBe("Thu, 01 Jan 2026 12:00:00 GMT");
    expect(date(NOON + 1000)).toBe("Thu, 01 Jan 2026 12:00:01 GMT");
    expect(date(NOON - 1)).toBe("Thu, 01 Jan 2026 11:59:59 GMT");
  });
});
