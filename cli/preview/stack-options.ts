// Options that `preview` and `explain` share: which stack, and what is filled into it.
import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import type { KeySet } from "../../preview/origins/emulation";
import type { Json } from "../../synthesized/stack";
import { UsageError } from "../usage-error";

/** For `parseOptions`. */
export const STACK_OPTIONS = {
  config: { type: "string" },
  "var-file": { type: "string", multiple: true },
  distribution: { type: "string" },
  origin: { type: "string", multiple: true },
  "origin-ca": { type: "string" },
  jwks: { type: "string", multiple: true },
  set: { type: "string", multiple: true },
  country: { type: "string" },
} as const;

/** What `parseOptions` makes of {@link STACK_OPTIONS}. */
export interface StackValues {
  readonly config?: string | undefined;
  readonly "var-file"?: string[] | undefined;
  readonly distribution?: string | undefined;
  readonly origin?: string[] | undefined;
  readonly "origin-ca"?: string | undefined;
  readonly jwks?: string[] | undefined;
  readonly set?: string[] | undefined;
  readonly country?: string | undefined;
}

/** Terraform of the user's own, in place of a stack. */
export interface OwnConfiguration {
  readonly configFile: string;
  readonly variableFiles: readonly string[];
}

/**
 * Reads `--config` and `--var-file`; undefined without `--config`.
 *
 * @throws a {@link UsageError} when there are variables for nothing
 */
export function readOwnConfiguration(
  values: Pick<StackValues, "config" | "var-file">,
): OwnConfiguration | undefined {
  const variableFiles = values["var-file"] ?? [];
  if (values.config !== undefined) return { configFile: values.config, variableFiles };
  if (variableFiles.length === 0) return undefined;
  throw new UsageError(
    `--var-file goes with --config, since the stacks of this project have no variables; got "${variableFiles[0]}"`,
  );
}

/** Options of a session that come from the command line. */
export interface RunValues {
  readonly set: Readonly<Record<string, Json>>;
  readonly origins: Readonly<Record<string, string>>;
  readonly distribution?: string;
  readonly originCa?: string;
  readonly jwtKeys: Readonly<Record<string, KeySet>>;
  readonly country?: string;
}

/**
 * Reads the options of a session.
 *
 * @throws a {@link UsageError} with the option, the value found and what to write
 */
export function readRunValues(values: StackValues): RunValues {
  const { distribution, country } = values;
  const caFile = values["origin-ca"];
  return {
    set: Object.fromEntries((values.set ?? []).map(readSet)),
    origins: Object.fromEntries((values.origin ?? []).map(readOrigin)),
    jwtKeys: Object.fromEntries((values.jwks ?? []).map(readKeySet)),
    ...(distribution === undefined ? {} : { distribution }),
    ...(caFile === undefined ? {} : { originCa: readCa(caFile) }),
    ...(country === undefined ? {} : { country: readCountry(country) }),
  };
}

/** `aws_lb.api.dns_name=x`; lists, maps, `true`, `false` and `null` are read as JSON. */
function readSet(text: string): [string, Json] {
  const match = /^([^=]+\.[^=]+)=(.*)$/s.exec(text);
  if (match === null) {
    throw new UsageError(`--set must be like address.attribute=value, got "${text}"`);
  }
  const [, path = "", value = ""] = match;
  if (!/^([[{"]|(true|false|null)$)/.test(value)) return [path.trim(), value];
  try {
    return [path.trim(), JSON.parse(value) as Json];
  } catch (error) {
    throw new UsageError(`--set ${path}: the value is no JSON (${(error as Error).message})`);
  }
}

function readOrigin(text: string): [string, string] {
  const match = /^([^=]+)=(https?:\/\/.+)$/s.exec(text);
  if (match === null) {
    throw new UsageError(
      `--origin must be like ID=http://localhost:3000, with the id of an origin of the distribution, got "${text}"`,
    );
  }
  return [match[1] ?? "", (match[2] ?? "").replace(/\/$/, "")];
}

/** `https://issuer.example.com=jwks.json`: keys of RSA, as the issuer publishes them. */
function readKeySet(text: string): [string, KeySet] {
  const match = /^(https:\/\/[^=]+)=(.+)$/s.exec(text);
  if (match === null) {
    throw new UsageError(`--jwks must be like https://ISSUER=FILE, got "${text}"`);
  }
  const [, issuer = "", file = ""] = match;
  try {
    const set = JSON.parse(readFileSync(file, "utf8")) as KeySet;
    for (const key of set.keys) createPublicKey({ key, format: "jwk" });
    return [issuer, set];
  } catch (error) {
    throw new UsageError(
      `--jwks ${file} holds no JSON Web Key Set of public keys (${(error as Error).message})`,
    );
  }
}

function readCa(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`--origin-ca ${file} cannot be read (${(error as Error).message})`);
  }
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new UsageError(`--origin-ca ${file} holds no certificate in PEM`);
}

function readCountry(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  throw new UsageError(`--country must be two letters, such as DE, got "${text}"`);
}
