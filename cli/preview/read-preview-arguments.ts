import { parseOptions } from "../parse-options";
import { UsageError } from "../usage-error";
import {
  type OwnConfiguration,
  type RunValues,
  readOwnConfiguration,
  readRunValues,
  STACK_OPTIONS,
} from "./stack-options";

const OPTIONS = {
  ...STACK_OPTIONS,
  host: { type: "string" },
  "i-understand": { type: "boolean" },
  port: { type: "string" },
  "https-port": { type: "string" },
  "inspector-port": { type: "string" },
  "no-inspector": { type: "boolean" },
  delay: { type: "string" },
  "allow-origin": { type: "string", multiple: true },
  "no-watch": { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** The arguments of `preview`. */
export interface PreviewArguments {
  readonly stack: string | undefined;
  readonly config: OwnConfiguration | undefined;
  readonly run: RunValues;
  readonly host: string;
  readonly port: number | undefined;
  readonly httpsPort: number | undefined;
  readonly inspectorPort: number | undefined;
  readonly inspects: boolean;
  /** Milliseconds. */
  readonly delay: number;
  readonly allowedOrigins: readonly string[];
  readonly watches: boolean;
  readonly json: boolean;
}

/**
 * Reads `preview [stack] [options]`.
 *
 * @throws a {@link UsageError} with the option, the value found and what to write
 */
export function readPreviewArguments(args: readonly string[]): PreviewArguments {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [stack, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError(`name one stack, got ${positionals.join(", ")}`);
  }
  if (stack !== undefined && values.config !== undefined) {
    throw new UsageError(
      `name a stack or --config, not both: got "${stack}" and "${values.config}"`,
    );
  }
  return {
    stack,
    config: readOwnConfiguration(values),
    run: readRunValues(values),
    host: readAddress(values.host, values["i-understand"] === true),
    port: readNumber("--port", values.port, 65_535),
    httpsPort: readNumber("--https-port", values["https-port"], 65_535),
    inspectorPort: readNumber("--inspector-port", values["inspector-port"], 65_535),
    inspects: values["no-inspector"] !== true,
    delay: readNumber("--delay", values.delay, 60_000) ?? 0,
    allowedOrigins: (values["allow-origin"] ?? []).map(readAllowedOrigin),
    watches: values["no-watch"] !== true,
    json: values.json === true,
  };
}

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

function readAddress(host: string | undefined, isUnderstood: boolean): string {
  if (host === undefined || host === "localhost") return "127.0.0.1";
  if (LOOPBACK.includes(host) || isUnderstood) return host;
  throw new UsageError(
    `--host ${host} would let every machine of the network run your functions and reach your backends; add --i-understand if that is what you want`,
  );
}

function readNumber(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new UsageError(`${option} must be a whole number from 0 to ${most}, got "${text}"`);
}

function readAllowedOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text) return text;
  throw new UsageError(
    `--allow-origin must be an origin such as http://localhost:3000, without a path, got "${text}"`,
  );
}
