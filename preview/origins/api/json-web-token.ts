import { createPublicKey, type JsonWebKey, type KeyObject, verify } from "node:crypto";
import type { KeySet } from "../emulation";

/** The claims of a valid token, or why it is refused. */
export type TokenVerdict =
  | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

const DIGESTS: Readonly<Record<string, string>> = {
  RS256: "sha256",
  RS384: "sha384",
  RS512: "sha512",
};

/**
 * Checks a JSON Web Token: its issuer is one of those, its signature is by a known key of that
 * issuer, and it is neither expired nor not yet valid. `Bearer` in front is left out.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function verifyToken(
  text: string,
  issuers: readonly string[],
  { jwtKeys, now }: { readonly jwtKeys: Readonly<Record<string, KeySet>>; now(): number },
): TokenVerdict {
  const [head = "", body = "", signature = "", more] = text.replace(/^Bearer\s+/i, "").split(".");
  const header = decode(head);
  const claims = decode(body);
  if (header === undefined || claims === undefined || more !== undefined) {
    return refused("the token is malformed");
  }
  const issuer = String(claims.iss);
  if (!issuers.includes(issuer)) return refused("the token has an invalid issuer");
  const digest = DIGESTS[String(header.alg)];
  const key = jwtKeys[issuer]?.keys.find(({ kid }) => kid === undefined || kid === header.kid);
  if (digest === undefined) return refused("the token's algorithm is not supported");
  if (key === undefined)
    return refused(
      `no key of ${issuer} is known; hand its key set to the preview with --jwks ${issuer}=FILE`,
    );
  const signed = Buffer.from(`${head}.${body}`);
  const publicKey = readKey(key);
  if (publicKey?.asymmetricKeyType !== "rsa") {
    return refused(`the key of ${issuer} for the token is no RSA key; correct the file of --jwks`);
  }
  if (!verify(digest, signed, publicKey, Buffer.from(signature, "base64url"))) {
    return refused("the token's signature is invalid");
  }
  const seconds = now() / 1000;
  if (typeof claims.exp !== "number" || claims.exp <= seconds)
    return refused("the token has expired");
  const starts = [claims.nbf, claims.iat].filter((time) => typeof time === "number");
  if (starts.some((time) => time > seconds)) return refused("the token is not yet valid");
  return { ok: true, claims };
}

function readKey(key: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: "jwk" });
  } catch {
    return undefined;
  }
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function refused(reason: string): TokenVerdict {
  return { ok: false, reason };
}
