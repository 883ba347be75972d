// Authorities and certificates, made anew for each test run.
import { generate } from "selfsigned";

/** A certificate, its key, and what a server sends with it. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAY = 86_400_000;

/** A certificate authority; signed by another one it is an intermediate. */
export function authority(name: string, issuer?: Certificate): Promise<Certificate> {
  return make(name, issuer, [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
  ]);
}

/** A server's certificate for some DNS names; self-signed without an issuer. */
export function serverCertificate(
  names: readonly string[],
  issuer?: Certificate,
  { expired }: { readonly expired: boolean } = { expired: false },
): Promise<Certificate> {
  const extensions = [
    { name: "basicConstraints", cA: false },
    { name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) },
  ];
  return make(names[0] ?? "nobody", issuer, extensions, expired);
}

async function make(
  commonName: string,
  issuer: Certificate | undefined,
  extensions: object[],
  expired = false,
): Promise<Certificate> {
  const end = Date.now() + (expired ? -DAY : 30 * DAY);
  const pems = await generate([{ name: "commonName", value: commonName }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(end - 60 * DAY),
    notAfterDate: new Date(end),
    extensions: extensions as never,
    ...(issuer === undefined ? {} : { ca: issuer }),
  });
  return { key: pems.private, cert: pems.cert };
}
