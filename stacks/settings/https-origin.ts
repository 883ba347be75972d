// Settings of the stack `https-origin`: a JSON file with any number of origins.
import { readFileSync } from "node:fs";
import type { Environment } from "./variables";

/** One custom origin and the paths it answers. */
export interface HttpsOriginEntry {
  readonly id: string;
  readonly domainName: string;
  /** In the order in which CloudFront asks. One origin has none: it answers everything else. */
  readonly pathPatterns?: readonly string[];
  readonly protocolPolicy?: "https-only" | "match-viewer" | "http-only";
  readonly viewerProtocolPolicy?: "redirect-to-https" | "https-only";
  readonly originSslProtocols?: readonly ("TLSv1.2" | "TLSv1.1" | "TLSv1" | "SSLv3")[];
  readonly httpPort?: number;
  readonly httpsPort?: number;
  readonly originPath?: string;
  readonly responseTimeoutSeconds?: number;
  readonly keepaliveTimeoutSeconds?: number;
  readonly connectionAttempts?: number;
  readonly connectionTimeoutSeconds?: number;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value !== "";
const isNumber: Check = (value) => typeof value === "number";
const among =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);

const CHECKS: Readonly<Record<keyof Required<HttpsOriginEntry>, Check>> = {
  id: (value) => typeof value === "string" && /^[a-z][a-z0-9_-]*$/.test(value),
  domainName: isText,
  pathPatterns: listOf(isText),
  protocolPolicy: among("https-only", "match-viewer", "http-only"),
  viewerProtocolPolicy: among("redirect-to-https", "https-only"),
  originSslProtocols: listOf(among("TLSv1.2", "TLSv1.1", "TLSv1", "SSLv3")),
  httpPort: isNumber,
  httpsPort: isNumber,
  originPath: isText,
  responseTimeoutSeconds: isNumber,
  keepaliveTimeoutSeconds: isNumber,
  connectionAttempts: isNumber,
  connectionTimeoutSeconds: isNumber,
};

/** Reads the file that `HTTPS_ORIGINS` names. Nothing when it is not set. */
export function readHttpsOrigins(env: Environment): readonly HttpsOriginEntry[] | undefined {
  const file = env.HTTPS_ORIGINS;
  if (!file) return undefined;
  const entries = parse(file);
  if (!Array.isArray(entries) || entries.length === 0) {
    throw new Error(
      `HTTPS_ORIGINS: ${file} must hold a list of origins, each with id and domainName`,
    );
  }
  const origins = entries.map((entry, index) => checked(entry, `${file}, origin ${index + 1}`));
  const ids = origins.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new Error(`HTTPS_ORIGINS: two origins in ${file} have the id "${twice}"; rename one`);
  }
  const others = origins.filter(({ pathPatterns }) => pathPatterns === undefined);
  if (others.length !== 1) {
    throw new Error(
      `HTTPS_ORIGINS: exactly one origin in ${file} must have no pathPatterns, it answers every other path; got ${others.length}`,
    );
  }
  return origins;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(
      `HTTPS_ORIGINS must name a JSON file, and ${file} cannot be read: ${(error as Error).message}`,
    );
  }
}

function checked(entry: unknown, at: string): HttpsOriginEntry {
  if (typeof entry !== "object" || entry === null)
    throw new Error(`HTTPS_ORIGINS: ${at} must be an object`);
  const attributes = Object.entries(entry);
  for (const [name, value] of attributes) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof HttpsOriginEntry] : undefined;
    if (check === undefined) {
      throw new Error(
        `HTTPS_ORIGINS: ${at} has an unknown "${name}"; known are ${Object.keys(CHECKS).join(", ")}`,
      );
    }
    if (!check(value))
      throw new Error(`HTTPS_ORIGINS: ${at} has a wrong ${name}: ${JSON.stringify(value)}`);
  }
  const missing = ["id", "domainName"].find((name) => !(name in entry));
  if (missing !== undefined) throw new Error(`HTTPS_ORIGINS: ${at} has no ${missing}`);
  return entry as HttpsOriginEntry;
}
