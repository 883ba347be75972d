import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HttpsOriginEntry, readHttpsOrigins } from "../../../stacks/settings/https-origin";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origins-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const readText = (text: string) => {
  const file = join(folder, "origins.json");
  writeFileSync(file, text);
  return readHttpsOrigins({ HTTPS_ORIGINS: file });
};
const read = (...entries: readonly unknown[]) => readText(JSON.stringify(entries));

const web: HttpsOriginEntry = { id: "web", domainName: "web.example.com" };

describe("readHttpsOrigins", () => {
  it("is nothing without a file", () => {
    expect(readHttpsOrigins({})).toBeUndefined();
    expect(readHttpsOrigins({ HTTPS_ORIGINS: "" })).toBeUndefined();
  });

  it("needs one origin with an id and a domain name", () => {
    expect(read(web)).toEqual([web]);
  });

  it("takes every attribute, in the order of the file", () => {
    // `Required` makes the compiler ask for each attribute that is added later.
    const old: Required<HttpsOriginEntry> = {
      id: "old_1-a",
      domainName: "old.example.com",
      pathPatterns: ["/old/*", "/*.php"],
      protocolPolicy: "match-viewer",
      viewerProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1", "SSLv3"],
      httpPort: 8080,
      httpsPort: 8443,
      originPath: "/app",
      responseTimeoutSeconds: 60,
      keepaliveTimeoutSeconds: 30,
      connectionAttempts: 1,
      connectionTimeoutSeconds: 2,
    };
    expect(read(old, web)).toEqual([old, web]);
  });

  it("takes a file with the byte order mark of an editor on Windows", () => {
    expect(readText(`\uFEFF${JSON.stringify([web])}`)).toEqual([web]);
  });

  it.each([
    ["httpPort", 81, "a number: 80, 443 or 1024 to 65535"],
    ["httpsPort", 70_000, "a number: 80, 443 or 1024 to 65535"],
    ["responseTimeoutSeconds", 9000, "a whole number from 1 to 120"],
    ["keepaliveTimeoutSeconds", 0, "a whole number from 1 to 120"],
    ["connectionAttempts", 1.5, "a whole number from 1 to 3"],
    ["connectionTimeoutSeconds", 11, "a whole number from 1 to 10"],
  ])("says at which origin %s is not what CloudFront takes", (name, value, words) => {
    expect(() => read({ ...web, [name]: value })).toThrow(
      new RegExp(`origins\\.json, origin 1: ${name} must be ${words}, got ${value}$`),
    );
  });

  it("refuses a file that is missing or no JSON", () => {
    expect(() => readHttpsOrigins({ HTTPS_ORIGINS: "nowhere.json" })).toThrow(
      /^HTTPS_ORIGINS must name a JSON file, and "nowhere\.json" cannot be read: ENOENT/,
    );
    expect(() => readText("{")).toThrow(
      /^HTTPS_ORIGINS must name a JSON file, and .* cannot be read:/,
    );
  });

  it.each(["{}", "[]", '"web"', "null"])("refuses %s, which is no list of origins", (text) => {
    expect(() => readText(text)).toThrow(
      /HTTPS_ORIGINS: .*origins\.json must hold a list of origins, each with id and domainName/,
    );
  });

  it.each<[string, readonly unknown[], RegExp]>([
    ["what is no object", [web, "api"], /origins\.json, origin 2 must be an object/],
    ["an origin without an id", [{ domainName: "a.com" }], /origin 1 has no id/],
    ["an origin without a name", [{ id: "web" }], /origin 1 has no domainName/],
    [
      "an attribute that is none",
      [{ ...web, protocol: "https-only" }],
      /origin 1 has an unknown "protocol"; known are id, domainName, pathPatterns/,
    ],
    ["an inherited attribute", [{ ...web, toString: "x" }], /has an unknown "toString"/],
    [
      "an id that is fit for no address",
      [{ ...web, id: "Web" }],
      /origin 1: id must be lower-case letters.*, got "Web"/,
    ],
    [
      "two origins with one id",
      [web, { ...web, pathPatterns: ["/a"] }],
      /two origins in .*origins\.json have the id "web"; rename one/,
    ],
    [
      "no origin for the other paths",
      [{ ...web, pathPatterns: ["/a"] }],
      /exactly one origin in .* must have no pathPatterns, it answers every other path; got 0/,
    ],
    ["two origins for the other paths", [web, { ...web, id: "api" }], /no pathPatterns, .*; got 2/],
    [
      "an empty list of patterns",
      [{ ...web, pathPatterns: [] }],
      /pathPatterns must be a list with at least one item, each a text, got \[\]/,
    ],
    [
      "a protocol policy that is none",
      [{ ...web, protocolPolicy: "http" }],
      /protocolPolicy must be one of https-only, match-viewer, http-only, got "http"/,
    ],
    [
      "viewers over HTTP",
      [{ ...web, viewerProtocolPolicy: "allow-all" }],
      /viewerProtocolPolicy must be one of redirect-to-https, https-only, got "allow-all"/,
    ],
    [
      "a TLS version that is none",
      [{ ...web, originSslProtocols: ["TLSv1.3"] }],
      /originSslProtocols must be a list .* one of TLSv1.2, .*, got \["TLSv1\.3"\]/,
    ],
    [
      "a port in quotes",
      [{ ...web, httpsPort: "8443" }],
      /httpsPort must be a number: 80, 443 or 1024 to 65535, got "8443"/,
    ],
  ])("refuses %s", (_what, entries, message) => {
    expect(() => read(...entries)).toThrow(message);
  });
});
