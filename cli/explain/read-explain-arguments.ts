import type { HeaderList } from "../../preview/messages";
import { parseOptions } from "../parse-options";
import {
  type OwnConfiguration,
  type RunValues,
  readOwnConfiguration,
  readRunValues,
  STACK_OPTIONS,
} from "../preview/stack-options";
import { UsageError } from "../usage-error";

/** The arguments of `explain`. */
export interface ExplainArguments {
  /** Undefined with `config`. */
  readonly stack: string | undefined;
  readonly config: OwnConfiguration | undefined;
  readonly run: RunValues;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderList;
  readonly body: string;
  readonly protocol: "http" | "https";
  readonly json: boolean;
}

const OPTIONS = {
  ...STACK_OPTIONS,
  header: { type: "string", multiple: true, short: "H" },
  cookie: { type: "string", multiple: true },
  body: { type: "string" },
  http: { type: "boolean" },
  json: { type: "boolean" },
} as const;

const USAGE =
  'write: explain STACK METHOD PATH, for example: npm run explain -- spa-api GET "/api/users?page=2" --header "Authorization: Bearer x"';

/**
 * Reads `explain <stack> <METHOD> <path> [options]`; with `--config PATH` there is no stack.
 *
 * @throws a {@link UsageError} with the value found and what to write
 */
export function readExplainArguments(args: readonly string[]): ExplainArguments {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const stack = values.config === undefined ? positionals[0] : undefined;
  const rest = values.config === undefined ? positionals.slice(1) : positionals;
  const [method, target, ...more] = rest;
  if (method === undefined || target === undefined || more.length > 0) throw new UsageError(USAGE);
  if (!/^[A-Za-z]+$/.test(method)) {
    throw new UsageError(`the method must be a word such as GET, got "${method}"; ${USAGE}`);
  }
  if (!/^\/[^\s#]*$/.test(target)) {
    throw new UsageError(`the path must start with "/" and hold no space or "#", got "${target}"`);
  }
  const at = target.indexOf("?");
  return {
    stack,
    config: readOwnConfiguration(values),
    run: readRunValues(values),
    method: method.toUpperCase(),
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? "" : target.slice(at + 1),
    headers: headersOf(values.header ?? [], values.cookie ?? []),
    body: values.body ?? "",
    protocol: values.http === true ? "http" : "https",
    json: values.json === true,
  };
}

function headersOf(headers: readonly string[], cookies: readonly string[]): HeaderList {
  const fields = headers.map((text) => {
    const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(.*?)\s*$/.exec(text);
    if (match === null) {
      throw new UsageError(`--header must be like "Name: value", got "${text}"`);
    }
    return [match[1] ?? "", match[2] ?? ""] as const;
  });
  for (const cookie of cookies) {
    if (!/^[^\s;=]+=[^;]*$/.test(cookie)) {
      throw new UsageError(`--cookie must be like name=value, got "${cookie}"`);
    }
  }
  return cookies.length === 0 ? fields : [...fields, ["Cookie", cookies.join("; ")]];
}
