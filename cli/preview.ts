import { homedir } from "node:os";
import { join } from "node:path";
import type { RunningInspector } from "../preview/inspector/start-inspector";
import type { Preview } from "../preview/server";
import type { FileSource } from "../preview/session/load-stack";
import { misspelledSettings } from "../stacks/settings/misspelled";
import { cacheFolder } from "./preview/cache-folder";
import { lineWriter } from "./preview/line-writer";
import { type CurrentErrors, currentErrors, formatLintErrors } from "./preview/lint-errors";
import { type PreviewArguments, readPreviewArguments } from "./preview/read-preview-arguments";
import { jsonReporter, type Reporter, textReporter } from "./preview/report";
import { configurationPaths, projectPaths } from "./preview/source-paths";
import { synthesizeAside } from "./preview/synthesize-aside";
import { untilStopped } from "./preview/until-stopped";
import { watchSources } from "./preview/watch-sources";
import { checkStacks, outputFolder } from "./synthesize";
import { UsageError } from "./usage-error";

/** `preview [stack]` or `preview --config PATH`: runs a stack's distribution on this machine. */
export async function preview(args: readonly string[]): Promise<number> {
  const options = readPreviewArguments(args);
  const write = lineWriter(process.stdout);
  const reporter = options.json ? jsonReporter(write) : textReporter(write);
  let isStopped = false;
  const stopped = untilStopped(process.env, process.stdout).then(() => {
    isStopped = true;
  });
  const source = sourceOf(options);
  source.catch(() => {}); // told below, once there is something to tell it
  warnOfEnvironment(options, reporter);

  // While synthesis runs in a process of its own, this one loads what it needs afterwards.
  const { startPreview } = require("../preview/server") as typeof import("../preview/server");
  const running = await startPreview(source, {
    ...options.run,
    host: options.host,
    delay: options.delay,
    allowedOrigins: options.allowedOrigins,
    cacheFolder: cacheFolder(process.env, homedir(), process.platform),
    onError: (error) => reporter.problem(messageOf(error)),
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.httpsPort === undefined ? {} : { httpsPort: options.httpsPort }),
  }).catch((error) => {
    if (isStopped) return undefined; // Ctrl-C ends the synthesis, too
    const { OptionError } =
      require("../preview/session/option-error") as typeof import("../preview/session/option-error");
    throw error instanceof OptionError ? new UsageError(error.message) : error;
  });
  if (running === undefined) return 0;
  const { live } = running;
  live.current.onExchange(reporter.request);
  live.current.onLog(({ address, text }) => reporter.log(address, text));
  // Now that the ports are open: nobody waits for the lint.
  const errors = currentErrors(reporter.problem);
  await errors.update(await source);
  const inspector = await openInspector(options, running, errors).catch(async (error) => {
    await running.close();
    throw error;
  });
  const stopWatching = options.watches
    ? watch(options, { running, reporter, inspector, errors })
    : () => {};
  reporter.started({
    name: nameOf(options),
    preview: running,
    watches: options.watches,
    inspector: inspector?.url,
    findings: errors.found,
  });

  await stopped;
  stopWatching();
  await Promise.all([inspector?.close(), running.close()]);
  return 0;
}

async function openInspector(
  { inspectorPort, inspects }: PreviewArguments,
  { live, urls }: Preview,
  errors: CurrentErrors,
): Promise<RunningInspector | undefined> {
  if (!inspects) return undefined;
  const { startInspector } =
    require("../preview/inspector/start-inspector") as typeof import("../preview/inspector/start-inspector");
  return startInspector(
    {
      events: live.current,
      session: () => live.current,
      urls: () => [urls.https, urls.http],
      warnings: () => formatLintErrors(errors.found),
    },
    inspectorPort === undefined ? {} : { port: inspectorPort, orFree: false },
  );
}

/** Where the stack is, once it is synthesized. */
async function sourceOf({ stack, config }: PreviewArguments): Promise<FileSource> {
  if (config !== undefined) return config;
  const { ids, problem } = await synthesizeAside();
  if (problem !== undefined) throw new Error(problem);
  const id = stack ?? DEFAULT_STACK;
  checkStacks([id], ids);
  return { stackFolder: join(outputFolder(), "stacks", id) };
}

const DEFAULT_STACK = "spa-api";

function nameOf({ stack, config }: PreviewArguments): string {
  return config?.configFile ?? stack ?? DEFAULT_STACK;
}

function warnOfEnvironment({ config }: PreviewArguments, reporter: Reporter): void {
  const misspelled = config === undefined ? misspelledSettings(process.env) : [];
  for (const warning of misspelled) reporter.problem(warning);
  if (process.env.NODE_TLS_REJECT_UNAUTHORIZED !== "0") return;
  reporter.problem(
    "NODE_TLS_REJECT_UNAUTHORIZED=0 is ignored: origins' certificates are checked as CloudFront does; use --origin-ca FILE",
  );
}

/** The parts of a preview that learn of a change. */
interface Parts {
  readonly running: Preview;
  readonly reporter: Reporter;
  readonly inspector: RunningInspector | undefined;
  readonly errors: CurrentErrors;
}

/** Runs the stack anew when its sources change; when that fails, the old one goes on. */
function watch(
  options: PreviewArguments,
  { running, reporter, inspector, errors }: Parts,
): () => void {
  const { config } = options;
  let isOver = false;
  const stop = watchSources({
    onProblem: reporter.problem,
    paths:
      config === undefined
        ? projectPaths(process.env)
        : configurationPaths(config, running.live.current.stack),
    onChange: async (changed) => {
      const started = performance.now();
      try {
        const source = await sourceOf(options);
        const session = await running.reload(source);
        await errors.update(source);
        inspector?.changed();
        const milliseconds = performance.now() - started;
        reporter.reloaded({ session, findings: errors.found, changed, milliseconds });
      } catch (error) {
        if (isOver) return;
        reporter.problem(`${messageOf(error)}\nthe preview goes on with what it had`);
      }
    },
  });
  return () => {
    isOver = true;
    stop();
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
