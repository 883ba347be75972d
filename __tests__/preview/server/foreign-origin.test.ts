import { isForeign } from "../../../preview/server/foreign-origin";

const trusted = {
  isOwnHost: (name: string) => ["localhost", "127.0.0.1", "app.example.com"].includes(name),
  ports: new Set([8080, 8443]),
  allowed: ["http://localhost:3000"],
};

describe("the Origin of a request that may change something (V2)", () => {
  it.each([
    "https://localhost:8443",
    "http://localhost:8080",
    "http://127.0.0.1:8080",
    "https://app.example.com",
    "http://localhost:3000",
  ])("%s may", (origin) => {
    expect(isForeign("POST", [origin], trusted)).toBe(false);
  });

  it.each([
    "https://evil.example",
    "null",
    "http://localhost:4000",
    "http://localhost:3000.evil.example",
    "https://app.example.com.evil.example",
    "http://[::ffff:7f00:1]:8080",
    "http://192.168.0.1:8080",
    "file://",
    "",
  ])("%s may not", (origin) => {
    expect(isForeign("POST", [origin], trusted)).toBe(true);
  });

  it("counts twice as foreign", () => {
    expect(isForeign("PUT", ["https://localhost:8443", "https://evil.example"], trusted)).toBe(
      true,
    );
  });

  it.each(["GET", "HEAD", "OPTIONS"])(
    "may be any for %s: the response headers decide",
    (method) => {
      expect(isForeign(method, ["https://evil.example"], trusted)).toBe(false);
    },
  );

  it("may be absent: programs send none", () => {
    expect(isForeign("DELETE", [], trusted)).toBe(false);
  });
});
