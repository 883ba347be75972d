import { ObjectCache, type StoredObject } from "../../../preview/cache/object-cache";

const object = (key: string, bytes = 10): StoredObject => ({
  key,
  status: 200,
  headers: [],
  body: new Uint8Array(bytes),
  path: `/${key}`,
  originId: "app",
  storedAt: 0,
  ttlSeconds: 60,
  ttlReason: "",
  stale: { whileRevalidate: 0, ifError: 0 },
  generated: false,
  retryAt: 0,
});

describe("the cache", () => {
  it("drops the least recently used object when it has too many", () => {
    const cache = new ObjectCache({ maxEntries: 2, maxBytes: 10_000 });
    cache.set(object("a"));
    cache.set(object("b"));
    cache.get("a");
    cache.set(object("c"));
    expect([cache.get("a")?.key, cache.get("b"), cache.get("c")?.key]).toEqual([
      "a",
      undefined,
      "c",
    ]);
  });

  it("drops objects when they are too large together", () => {
    const cache = new ObjectCache({ maxEntries: 100, maxBytes: 1000 });
    for (const key of "abcdefgh") cache.set(object(key, 200));
    expect(cache.size.bytes).toBeLessThanOrEqual(1000);
    expect(cache.get("a")).toBeUndefined();
    expect(cache.get("h")).toBeDefined();
  });

  it("does not take an object that would push out all others", () => {
    const cache = new ObjectCache({ maxEntries: 100, maxBytes: 1000 });
    cache.set(object("small"));
    cache.set(object("large", 600));
    expect(cache.get("large")).toBeUndefined();
    expect(cache.get("small")).toBeDefined();
  });

  it("counts a replaced object once", () => {
    const cache = new ObjectCache({ maxEntries: 100, maxBytes: 1000 });
    cache.set(object("a", 100));
    cache.set(object("a", 50));
    expect(cache.size).toEqual({ entries: 1, bytes: 51 });
    cache.delete("a");
    expect(cache.size).toEqual({ entries: 0, bytes: 0 });
  });
});
