import { connect as connectTcp } from "node:net";
import { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import { OriginFailure } from "../../messages";
import { isInOrder, sentCertificates } from "./certificate-message";
import { safeLookup } from "./safe-lookup";
import { AttemptFailure } from "./send";
import type { Upstream } from "./upstream-url";

/** More than any certificate chain needs. */
const MAX_BYTES = 262_144;

const MAX_NAMES = 100;

/**
 * Looks at the order of an origin's certificates once for each name that is asked for.
 *
 * @returns a check that throws an {@link AttemptFailure}
 */
export function chainCheck(
  upstream: Upstream,
  origin: { readonly domainName: string; readonly connectionTimeoutSeconds: number },
): (serverName: string) => Promise<void> {
  const known = new Map<string, Promise<ChainOrder>>();
  const { domainName, connectionTimeoutSeconds: seconds } = origin;
  return async (serverName) => {
    const order = known.get(serverName) ?? chainOrder(upstream, serverName, seconds * 1000);
    if (known.size >= MAX_NAMES) known.clear();
    known.set(serverName, order);
    const found = await order;
    if (found === "in-order") return;
    // The next request looks again: the developer may have mended it.
    known.delete(serverName);
    throw new AttemptFailure(
      found === "timeout"
        ? new OriginFailure(
            "connect-timeout",
            `origin ${domainName} took no connection for ${seconds} s`,
          )
        : new OriginFailure(
            "tls",
            `no TLS connection to origin ${domainName}: its certificate's chain is not in order; send the server's certificate first, then each issuer after what it issued`,
          ),
      true,
      false,
    );
  };
}

type ChainOrder = "in-order" | "out-of-order" | "timeout";

/**
 * Whether a server sends its certificate's chain in order. OpenSSL sorts chains by itself, CloudFront
 * does not, so one handshake is read on the way. It sends no request; what it trusts does not matter.
 *
 * @returns `in-order` also when it cannot be seen, as with a server that speaks only TLS 1.3
 */
function chainOrder(
  { hostname, port }: Upstream,
  serverName: string,
  timeoutMs: number,
): Promise<ChainOrder> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    let size = 0;
    const raw = connectTcp({ host: hostname, port, lookup: safeLookup });
    const tapped = new Duplex({
      read: () => {},
      write: (chunk: Buffer, _encoding, done) => {
        raw.write(chunk, done);
      },
    });
    const end = (): void => stop("in-order");
    const stop = (otherwise: ChainOrder): void => {
      clearTimeout(timer);
      secure.destroy();
      raw.destroy();
      const certificates = sentCertificates(Buffer.concat(received));
      if (certificates === undefined) resolve(otherwise);
      else resolve(isInOrder(certificates) ? "in-order" : "out-of-order");
    };
    raw.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) return end();
      received.push(chunk);
      return tapped.push(chunk);
    });
    raw.on("error", end);
    raw.on("close", end);
    const secure = connectTls({
      socket: tapped,
      servername: serverName,
      maxVersion: "TLSv1.2",
      minVersion: "TLSv1",
      ciphers: "DEFAULT@SECLEVEL=0",
      // The request's own connection checks the certificate.
      rejectUnauthorized: false,
    });
    secure.on("secureConnect", end);
    secure.on("error", end);
    const timer = setTimeout(() => stop("timeout"), timeoutMs);
  });
}
