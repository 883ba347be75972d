import type { HeaderList } from "../../../preview/messages";
import { response, testEdge } from "../../support/edge";

const DATED: HeaderList = [["Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT"]];

const site = async (headers: HeaderList) => {
  const cached = testEdge({}, () => response(200, headers, "v1"));
  await cached.get("/a");
  return cached;
};

describe("a viewer that insists on one version of an object in the cache", () => {
  it.each([
    ["If-Match", '"v1"', 200],
    ["If-Match", '"v0", "v1"', 200],
    ["If-Match", "*", 200],
    ["If-Match", '"v0"', 412],
    ["If-Match", 'W/"v1"', 412],
    ["If-Unmodified-Since", "Thu, 01 Jan 2026 00:00:00 GMT", 200],
    ["If-Unmodified-Since", "Wed, 31 Dec 2025 00:00:00 GMT", 412],
    ["If-Unmodified-Since", "never", 200],
  ])("with %s: %s gets %s", async (name, value, status) => {
    const cached = await site([...DATED, ["ETag", '"v1"']]);
    const got = await cached.get("/a", { headers: [[name, value]] });
    expect([got.status, got.body]).toEqual([status, status === 200 ? "v1" : ""]);
    expect(got.xCache).toBe(`${status === 200 ? "Hit" : "Error"} from cloudfront`);
    expect(cached.asked).toHaveLength(1);
  });

  it.each([
    ["If-Match", '"v1"'],
    ["If-Unmodified-Since", "Wed, 31 Dec 2025 00:00:00 GMT"],
  ])("gets the object when nothing says its version (%s)", async (name, value) => {
    const cached = await site([]);
    expect((await cached.get("/a", { headers: [[name, value]] })).status).toBe(200);
  });

  it("is not heard about the date when it names the version", async () => {
    const cached = await site([...DATED, ["ETag", '"v1"']]);
    const both: HeaderList = [
      ["If-Match", '"v1"'],
      ["If-Unmodified-Since", "Wed, 31 Dec 2025 00:00:00 GMT"],
    ];
    expect((await cached.get("/a", { headers: both })).status).toBe(200);
  });
});
