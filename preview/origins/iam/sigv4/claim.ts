import { createHash } from "node:crypto";
import { type EdgeRequest, headerOf } from "../../../messages";
import { parseQuery } from "../../query";

/** What a signed request says of its own signature. */
export interface SignatureClaim {
  readonly accessKeyId: string;
  /** `20261120/eu-west-1/execute-api/aws4_request`. */
  readonly scope: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** Such as `20261120T101500Z`. */
  readonly timestamp: string;
  readonly sessionToken?: string;
  /** Whether the signature is in the query string, and for how many seconds it holds then. */
  readonly presignedSeconds?: number;
}

/** A request that carries no signature, or one that cannot be read. */
export interface ClaimProblem {
  readonly type: "MissingAuthenticationTokenException" | "IncompleteSignatureException";
  readonly message: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * Reads the signature of a request, from `Authorization` or from the query string.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
 */
export function readClaim(request: EdgeRequest): SignatureClaim | ClaimProblem {
  const authorization = headerOf(request.headers, "authorization");
  if (authorization !== undefined) return fromHeader(request, authorization.trim());
  const query = new Map(parseQuery(request.query));
  if (query.get("X-Amz-Algorithm") !== ALGORITHM) {
    return { type: "MissingAuthenticationTokenException", message: "Missing Authentication Token" };
  }
  const seconds = Number(query.get("X-Amz-Expires") ?? 0);
  return claim({
    credential: query.get("X-Amz-Credential"),
    signedHeaders: query.get("X-Amz-SignedHeaders"),
    signature: query.get("X-Amz-Signature"),
    timestamp: query.get("X-Amz-Date"),
    sessionToken: query.get("X-Amz-Security-Token"),
    presignedSeconds: seconds,
  });
}

function fromHeader(request: EdgeRequest, authorization: string) {
  const isSigned = authorization.startsWith(`${ALGORITHM} `);
  const fields = authorization.slice(isSigned ? ALGORITHM.length + 1 : 0).split(",");
  const pairs = fields.map((field) => /^\s*([^=\s]+)=(.*?)\s*$/s.exec(field));
  if (!isSigned || pairs.includes(null)) {
    const hash = createHash("sha256").update(authorization).digest("base64");
    return incomplete(
      `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`,
    );
  }
  const values = new Map(pairs.map((pair) => [pair?.[1], pair?.[2]]));
  const timestamp =
    headerOf(request.headers, "x-amz-date") ?? isoBasic(headerOf(request.headers, "date"));
  return claim({
    credential: values.get("Credential"),
    signedHeaders: values.get("SignedHeaders"),
    signature: values.get("Signature"),
    timestamp,
    sessionToken: headerOf(request.headers, "x-amz-security-token"),
  });
}

interface ClaimParts {
  readonly credential: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly sessionToken: string | undefined;
  readonly presignedSeconds?: number;
}

function claim(parts: ClaimParts): SignatureClaim | ClaimProblem {
  const { credential, signedHeaders, signature, timestamp, sessionToken } = parts;
  const missing = [
    ...(credential === undefined ? ["'Credential' parameter"] : []),
    ...(signature === undefined ? ["'Signature' parameter"] : []),
    ...(signedHeaders === undefined ? ["'SignedHeaders' parameter"] : []),
    ...(timestamp === undefined ? ["existence of either a 'X-Amz-Date' or a 'Date' header"] : []),
  ];
  if (missing.length > 0) {
    return incomplete(missing.map((what) => `Authorization header requires ${what}.`).join(" "));
  }
  const [accessKeyId = "", date = "", region = "", service = "", end] = (credential ?? "").split(
    "/",
  );
  if (end !== "aws4_request") {
    return incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential ?? ""}'.`,
    );
  }
  return {
    accessKeyId,
    scope: [date, region, service, end].join("/"),
    date,
    region,
    service,
    signedHeaders: (signedHeaders ?? "").split(";").map((name) => name.toLowerCase()),
    signature: signature ?? "",
    timestamp: timestamp ?? "",
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(parts.presignedSeconds === undefined ? {} : { presignedSeconds: parts.presignedSeconds }),
  };
}

function incomplete(message: string): ClaimProblem {
  return { type: "IncompleteSignatureException", message };
}

function isoBasic(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? "");
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().replace(/[:-]|\.\d{3}/g, "");
}
