// Signature Version 4 as API Gateway checks it, by node:crypto: an independent second opinion.
import { createHash, createHmac } from "node:crypto";

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A GET request as it arrives. */
interface Arrived {
  readonly host: string;
  /** Path as sent, with the stage or base path. */
  readonly path: string;
  /** Query without its "?". */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether a GET request without a body carries the signature of this secret.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function isSigned({ host, path, query, headers }: Arrived, secret: string): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    );
  if (parts === null) return false;
  const [, date = "", region = "", service = "", names = "", signature] = parts;
  const encode = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const canonical = [
    "GET",
    path.split("/").map(encode).join("/"),
    [...new URLSearchParams(query)]
      .map((pair) => pair.map(encode).join("="))
      .sort()
      .join("&"),
    ...names.split(";").map((name) => `${name}:${name === "host" ? host : headers[name]?.trim()}`),
    "",
    names,
    sha256(""),
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`,
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}
