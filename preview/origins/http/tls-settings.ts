import {
  checkServerIdentity,
  createSecureContext,
  type PeerCertificate,
  rootCertificates,
  type SecureContext,
  type SecureVersion,
} from "node:tls";

const VERSIONS: readonly SecureVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** The TLS versions that CloudFront may speak to an origin with these `origin_ssl_protocols`. */
function versionsOf(protocols: readonly string[]): {
  min: SecureVersion;
  max: SecureVersion;
} {
  const known = VERSIONS.filter((version) => protocols.includes(version));
  const highest = known.at(-1) ?? "TLSv1.2";
  // Whoever may speak TLS 1.2 may speak 1.3.
  return { min: known[0] ?? "TLSv1.2", max: highest === "TLSv1.2" ? "TLSv1.3" : highest };
}

/** Trusts the public authorities and one's own, and nothing else of this machine or its environment. */
export function originContext(protocols: readonly string[], ownCa: string): SecureContext {
  const { min, max } = versionsOf(protocols);
  return createSecureContext({
    ca: ownCa === "" ? [...rootCertificates] : [...rootCertificates, ownCa],
    minVersion: min,
    maxVersion: max,
    // OpenSSL's default level forbids the signatures that TLS below 1.2 needs.
    ...(min === "TLSv1" || min === "TLSv1.1" ? { ciphers: "DEFAULT@SECLEVEL=0" } : {}),
  });
}

/**
 * Whether a certificate has one of the names that CloudFront asks for: the origin's domain and the
 * forwarded Host, or those that a function allows, which may start with `*.`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html
 */
export function nameProblem(
  names: readonly string[],
  certificate: PeerCertificate,
): Error | undefined {
  if (names.some((name) => hasName(certificate, name))) return undefined;
  const error: NodeJS.ErrnoException = new Error(
    `the certificate names ${certificate.subjectaltname ?? "nothing"}, but CloudFront asks for ${names.map((name) => `"${name}"`).join(" or ")}`,
  );
  error.code = "ERR_TLS_CERT_ALTNAME_INVALID";
  return error;
}

function hasName(certificate: PeerCertificate, name: string): boolean {
  if (!name.startsWith("*.")) return checkServerIdentity(name, certificate) === undefined;
  const domain = name.slice(2).toLowerCase();
  return (certificate.subjectaltname ?? "")
    .toLowerCase()
    .split(", ")
    .some((one) => /^dns:[^.]+\.(.+)$/.exec(one)?.[1] === domain);
}
