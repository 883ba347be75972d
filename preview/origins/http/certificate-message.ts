import { X509Certificate } from "node:crypto";

const HANDSHAKE = 22;
const CERTIFICATE = 11;

/**
 * The certificates that a server sends, in the order in which it sends them, from the bytes of a TLS
 * handshake up to version 1.2. Later versions encrypt them.
 *
 * @returns undefined when the bytes hold no whole Certificate message
 */
export function sentCertificates(bytes: Buffer): X509Certificate[] | undefined {
  const messages = handshakeBytes(bytes);
  for (let at = 0; at + 4 <= messages.length; ) {
    const length = messages.readUIntBE(at + 1, 3);
    const body = messages.subarray(at + 4, at + 4 + length);
    if (body.length < length) return undefined;
    if (messages[at] === CERTIFICATE) return readList(body);
    at += 4 + length;
  }
  return undefined;
}

/** Whether each certificate is followed by the one that issued it. */
export function isInOrder(certificates: readonly X509Certificate[]): boolean {
  return certificates.every((certificate, index) => {
    const issuer = certificates[index + 1];
    return issuer === undefined || certificate.checkIssued(issuer);
  });
}

/** The content of the handshake records up to the first record of another kind. */
function handshakeBytes(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === HANDSHAKE; ) {
    const length = bytes.readUInt16BE(at + 3);
    parts.push(bytes.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  return Buffer.concat(parts);
}

function readList(body: Buffer): X509Certificate[] | undefined {
  const certificates: X509Certificate[] = [];
  try {
    for (let at = 3; at + 3 <= body.length; ) {
      const length = body.readUIntBE(at, 3);
      certificates.push(new X509Certificate(body.subarray(at + 3, at + 3 + length)));
      at += 3 + length;
    }
  } catch {
    return undefined;
  }
  return certificates;
}
