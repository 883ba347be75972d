import { OriginFailure } from "../../messages";

/** How far a connection had come when it failed. */
export type Phase = "connecting" | "securing" | "waiting";

const TLS_WORDS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "its certificate is self-signed, which --origin-ca FILE can make trusted",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate's authority is not one that CloudFront trusts",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its certificate's chain is incomplete, or its authority is not one that CloudFront trusts",
  UNABLE_TO_GET_ISSUER_CERT: "its certificate's chain is incomplete",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "its certificate's chain is incomplete, or its authority is not one that CloudFront trusts",
  CERT_HAS_EXPIRED: "its certificate, or one of its chain, has expired",
  CERT_NOT_YET_VALID: "its certificate is not yet valid",
};

/** Turns an error of the connection to an origin into the reason that CloudFront would see. */
export function failureOf(
  error: NodeJS.ErrnoException,
  phase: Phase,
  where: string,
): OriginFailure {
  if (error instanceof OriginFailure) return error;
  const code = error.code ?? "";
  if (code === "ENOTFOUND" || code.startsWith("EAI_")) {
    return new OriginFailure("dns", `${where} cannot be found: ${error.message}`);
  }
  if (code === "ETIMEDOUT") {
    return new OriginFailure("connect-timeout", `${where} does not answer: ${error.message}`);
  }
  if (phase === "securing") {
    const words = TLS_WORDS[code] ?? error.message;
    return new OriginFailure("tls", `no TLS connection to ${where}: ${words} (${code})`);
  }
  if (phase === "connecting") {
    return new OriginFailure("refused", `no connection to ${where}: ${error.message}`);
  }
  return new OriginFailure("protocol", `${where} gave no valid response: ${error.message}`);
}
