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

/** What a value must be, as a check and in words. */
interface Kind {
  readonly accepts: (value: unknown) => boolean;
  readonly words: string;
}

const isText: Kind = {
  accepts: (value) => typeof value === "string" && value !== "",
  words: "a text",
};
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && least <= Number(value) && Number(value) <= most;
const whole = (least: number, most: number): Kind => ({
  accepts: (value) => isWhole(value, least, most),
  words: `a whole number from ${least} to ${most}`,
});
const isPort: Kind = {
  accepts: (value) => value === 80 || value === 443 || isWhole(value, 1024, 65_535),
  words: "a number: 80, 443 or 1024 to 65535",
};
const among = (...words: readonly string[]): Kind => ({
  accepts: (value) => words.some((word) => word === value),
  words: `one of ${words.join(", ")}`,
});
const listOf = ({ accepts, words }: Kind): Kind => ({
  accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(accepts),
  words: `a list with at least one item, each ${words}`,
});

const KINDS: Readonly<Record<keyof Required<HttpsOriginEntry>, Kind>> = {
  id: {
    accepts: (value) => typeof value === "string" && /^[a-z][a-z0-9_-]*$/.test(value),
    words: "lower-case letters, digits, hyphens or underscores, a letter first",
  },
  domainName: isText,
  pathPatterns: listOf(isText),
  protocolPolicy: among("https-only", "match-viewer", "http-only"),
  viewerProtocolPolicy: among("redirect-to-https", "https-only"),
  originSslProtocols: listOf(among("TLSv1.2", "TLSv1.1", "TLSv1", "SSLv3")),
  httpPort: isPort,
  httpsPort: isPort,
  originPath: isText,
  responseTimeoutSeconds: whole(1, 120),
  keepaliveTimeoutSeconds: whole(1, 120),
  connectionAttempts: whole(1, 3),
  connectionTimeoutSeconds: whole(1, 10),
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
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")); // an editor's byte order mark
  } catch (error) {
    throw new Error(
      `HTTPS_ORIGINS must name a JSON file, and "${file}" cannot be read: ${(error as Error).message}`,
    );
  }
}

function checked(entry: unknown, at: string): HttpsOriginEntry {
  if (typeof entry !== "object" || entry === null)
    throw new Error(`HTTPS_ORIGINS: ${at} must be an object`);
  const attributes = Object.entries(entry);
  for (const [name, value] of attributes) {
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name as keyof HttpsOriginEntry] : undefined;
    if (kind === undefined) {
      throw new Error(
        `HTTPS_ORIGINS: ${at} has an unknown "${name}"; known are ${Object.keys(KINDS).join(", ")}`,
      );
    }
    if (!kind.accepts(value)) {
      const found = JSON.stringify(value);
      throw new Error(`HTTPS_ORIGINS: ${at}: ${name} must be ${kind.words}, got ${found}`);
    }
  }
  const missing = ["id", "domainName"].find((name) => !(name in entry));
  if (missing !== undefined) throw new Error(`HTTPS_ORIGINS: ${at} has no ${missing}`);
  return entry as HttpsOriginEntry;
}
