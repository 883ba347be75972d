import { createPrivateKey, X509Certificate } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A certificate with its key, both in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY = 86_400_000;
const LIFETIME = 30 * DAY;
/** One that ends sooner is made anew. */
const MINIMUM_REST = 2 * DAY;

/**
 * A self-signed certificate for this machine's local names and the distribution's aliases. It is no
 * authority and no browser trusts it; it holds for 30 days.
 *
 * @param folder where it is kept between runs, readable only by its owner; undefined keeps it in memory
 */
export async function localCertificate(
  aliases: readonly string[],
  folder: string | undefined,
  now: number,
): Promise<Certificate> {
  const file = folder === undefined ? undefined : join(folder, "localhost.pem");
  const kept = file === undefined ? undefined : await readKept(file, aliases, now);
  if (kept !== undefined) return kept;
  const made = await makeCertificate(aliases, now);
  // Where nothing can be kept, as without a home, the next run makes another one.
  if (file !== undefined && folder !== undefined) await keep(folder, file, made).catch(() => {});
  return made;
}

async function makeCertificate(aliases: readonly string[], now: number): Promise<Certificate> {
  // Loaded only when one is made: it costs a fifth of a second.
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now - DAY + LIFETIME),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          ...["localhost", ...aliases].map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { key: made.private.trim(), cert: made.cert.trim() };
}

async function readKept(
  file: string,
  aliases: readonly string[],
  now: number,
): Promise<Certificate | undefined> {
  try {
    const pem = await readFile(file, "utf8");
    const [key, cert] = ["PRIVATE KEY", "CERTIFICATE"].map(
      (label) => new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(pem)?.[0],
    );
    if (key === undefined || cert === undefined) return undefined;
    const read = new X509Certificate(cert);
    const names = new Set(read.subjectAltName?.split(", ").map((name) => name.slice(4)));
    const isComplete =
      read.checkPrivateKey(createPrivateKey(key)) && aliases.every((alias) => names.has(alias));
    const rest = Date.parse(read.validTo) - now;
    return isComplete && rest > MINIMUM_REST && rest <= LIFETIME ? { key, cert } : undefined;
  } catch {
    return undefined; // there is none, or none that can be read: a new one takes its place
  }
}

async function keep(folder: string, file: string, { key, cert }: Certificate): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, `${key}\n${cert}\n`, { mode: 0o600 });
  await chmod(partial, 0o600);
  await rename(partial, file);
}
