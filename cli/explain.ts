import { join } from "node:path";
import type { EdgeRequest } from "../preview/messages";
import type { StackSource } from "../preview/session/load-stack";
import { formatTrace } from "./explain/format-trace";
import { type ExplainArguments, readExplainArguments } from "./explain/read-explain-arguments";
import { synthesizeAside } from "./preview/synthesize-aside";
import { checkStacks, outputFolder } from "./synthesize";
import { UsageError } from "./usage-error";

/**
 * `explain <stack> <METHOD> <path>`: prints the way of one request through the distribution.
 *
 * No server is started and no origin is asked; edge functions run. Secrets are hidden.
 */
export async function explain(args: readonly string[]): Promise<number> {
  const options = readExplainArguments(args);
  const source = sourceOf(options);
  source.catch(() => {}); // told below
  const { createSession } = require("../preview/session") as typeof import("../preview/session");
  const { OptionError } =
    require("../preview/session/option-error") as typeof import("../preview/session/option-error");
  try {
    const session = await createSession({ ...(await source), ...options.run });
    try {
      const { trace } = await session.explain(requestOf(options, session.model.domainName));
      const shown = session.redactor.trace(trace);
      console.log(options.json ? JSON.stringify(shown, null, 2) : formatTrace(shown));
      return 0;
    } finally {
      await session.close();
    }
  } catch (error) {
    throw error instanceof OptionError ? new UsageError(error.message) : error;
  }
}

async function sourceOf({ stack, config }: ExplainArguments): Promise<StackSource> {
  if (config !== undefined) return config;
  const { ids, problem } = await synthesizeAside();
  if (problem !== undefined) throw new Error(problem);
  checkStacks([stack ?? ""], ids);
  return { stackFolder: join(outputFolder(), "stacks", stack ?? "") };
}

/** The Host is the distribution's own, unless a header says otherwise. */
function requestOf(options: ExplainArguments, domainName: string): EdgeRequest {
  const { method, path, query, headers, protocol } = options;
  const body = Buffer.from(options.body);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return {
    method,
    path,
    query,
    headers: [
      ...(names.has("host") ? [] : [["Host", domainName] as const]),
      ...headers,
      ...(body.length === 0 || names.has("content-length")
        ? []
        : [["Content-Length", String(body.length)] as const]),
    ],
    body,
    protocol,
    httpVersion: "1.1",
    clientIp: "127.0.0.1",
  };
}
