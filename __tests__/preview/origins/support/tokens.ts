// JSON Web Tokens of an issuer whose keys the preview knows.
import { createSign, generateKeyPairSync } from "node:crypto";
import type { KeySet } from "../../../../preview/origins/emulation";

/** Signs claims with a fresh key, and gives the set that has it. */
export function tokenSigner() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keys: KeySet = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k1" }] };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const sign = (claims: object): string => {
    const signed = `${part({ alg: "RS256", kid: "k1" })}.${part(claims)}`;
    return `${signed}.${createSign("sha256").update(signed).sign(privateKey).toString("base64url")}`;
  };
  return { keys, sign };
}
