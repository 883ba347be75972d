import { X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localCertificate } from "../../../preview/server/certificate";

const folder = mkdtempSync(join(tmpdir(), "certificate-"));
const DAY = 86_400_000;

afterAll(() => rmSync(folder, { recursive: true }));

describe("the certificate (V11)", () => {
  it("is for local names and aliases, holds for 30 days at most, and is no authority", async () => {
    const { cert } = await localCertificate(["app.example.com"], undefined, Date.now());
    const read = new X509Certificate(cert);
    expect(read.subjectAltName?.split(", ").sort()).toEqual([
      "DNS:app.example.com",
      "DNS:localhost",
      "IP Address:0:0:0:0:0:0:0:1",
      "IP Address:127.0.0.1",
    ]);
    expect(read.ca).toBe(false);
    const days = (Date.parse(read.validTo) - Date.parse(read.validFrom)) / DAY;
    expect(days).toBeLessThanOrEqual(30);
  });

  it("is kept for its owner alone, and used again", async () => {
    const kept = join(folder, "kept");
    const first = await localCertificate([], kept, Date.now());
    expect(await localCertificate([], kept, Date.now())).toEqual(first);
    expect(readdirSync(kept)).toEqual(["localhost.pem"]);
    expect(statSync(join(kept, "localhost.pem")).mode & 0o777).toBe(0o600);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
  });

  it("is made in each run where nothing can be kept, as without a home", async () => {
    writeFileSync(join(folder, "file"), "");
    const { cert } = await localCertificate([], join(folder, "file", "cache"), Date.now());
    expect(new X509Certificate(cert).checkHost("localhost")).toBe("localhost");
  });

  it("is made anew when its key is another one's", async () => {
    const kept = join(folder, "mixed");
    const file = join(kept, "localhost.pem");
    const { cert } = await localCertificate([], kept, Date.now());
    const other = await localCertificate([], undefined, Date.now());
    writeFileSync(file, `${other.key}\n${cert}\n`);
    expect((await localCertificate([], kept, Date.now())).cert).not.toBe(cert);
    expect(readFileSync(file, "utf8")).not.toContain(cert);
  });

  it("is made anew for another alias, and before it ends", async () => {
    const kept = join(folder, "renewed");
    const first = await localCertificate([], kept, Date.now());
    const other = await localCertificate(["b.example.com"], kept, Date.now());
    expect(other.cert).not.toBe(first.cert);
    const later = await localCertificate(["b.example.com"], kept, Date.now() + 28 * DAY);
    expect(later.cert).not.toBe(other.cert);
  });
});
