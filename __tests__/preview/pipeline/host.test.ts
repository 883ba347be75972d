import { compileHostCheck, hostName, LOOPBACK_HOSTS } from "../../../preview/pipeline/host";

const check = compileHostCheck(
  "D111111abcdef8.cloudfront.net",
  ["www.example.com", "*.apps.example.com"],
  LOOPBACK_HOSTS,
);

describe("the host check", () => {
  it.each([
    ["d111111abcdef8.cloudfront.net", "d111111abcdef8.cloudfront.net"],
    ["D111111ABCDEF8.cloudfront.net", "d111111abcdef8.cloudfront.net"],
    ["d111111abcdef8.cloudfront.net:443", "d111111abcdef8.cloudfront.net"],
    ["www.example.com", "www.example.com"],
    ["a.apps.example.com", "a.apps.example.com"],
    ["a.b.apps.example.com", "a.b.apps.example.com"],
    ["localhost:8080", "d111111abcdef8.cloudfront.net"],
    ["127.0.0.1:8080", "d111111abcdef8.cloudfront.net"],
    ["[::1]:8080", "d111111abcdef8.cloudfront.net"],
  ])("%s is the distribution, as %s", (host, name) => {
    expect(check(host)).toBe(name);
  });

  it.each([
    ["apps.example.com"],
    ["example.com"],
    ["www.example.com.evil.example"],
    ["d222222abcdef8.cloudfront.net"],
    ["localhost.evil.example"],
    [""],
    [undefined],
  ])("%s is not", (host) => {
    expect(check(host)).toBeUndefined();
  });

  it.each([
    ["[::1]", "[::1]"],
    ["[::1]:80", "[::1]"],
    ["Example.COM:80", "example.com"],
  ])("takes the port off %s", (host, name) => {
    expect(hostName(host)).toBe(name);
  });
});
