// Runs inside a function's own process: loads the handler, takes events, sends back results.
// Plain JavaScript, because the process knows nothing of the preview's tools.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { callStreaming, isStreaming } from "./response-stream.mjs";

const send = process.send.bind(process);
const { channel } = process;
// Not there in Lambda, where "process.send?.('ready')" of a server does nothing.
for (const name of ["send", "disconnect"]) delete process[name];
const folder = process.env.LAMBDA_TASK_ROOT;
const version = process.env.AWS_LAMBDA_FUNCTION_VERSION;
/** From Node.js 24 on Lambda knows no callbacks, and none of the context's methods that end a call. */
const hasCallbacks = Number(/nodejs(\d+)/.exec(process.env.AWS_EXECUTION_ENV)?.[1] ?? 0) < 24;
const folderUrl = `${pathToFileURL(realpathSync(folder)).href}/`;

/** Lines of a stack trace that tell nothing about the function: this file's, and Node's own. */
const FRAME_OF_THE_PREVIEW = /^\s+at .*(node:|lambda\/runtime\.mjs:|new Promise \(<anonymous>\))/;

process.on("disconnect", () => process.exit(0));
process.on("uncaughtException", (error) => die("Runtime.UncaughtException", error));
process.on("unhandledRejection", (error) => die("Runtime.UnhandledPromiseRejection", error));

// A handler that never comes back cannot hear that the preview was killed: a thread looks for it.
new Worker(
  `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), 1000);`,
  { eval: true, env: {}, execArgv: [] },
).unref();

let handler;
try {
  handler = await loadHandler(process.env._HANDLER);
  process.on("message", ({ event, context }) => run(event, context));
  send({ type: "ready" });
} catch (error) {
  send({ type: "init-error", error: describe(error) }, () => process.exit(1));
}

/** Finds `src/app.handler`: the file before the first dot of the last part, the export behind it. */
async function loadHandler(name) {
  const match = /^(.*\/)?([^./]+)\.(.+)$/.exec(name);
  if (match === null) throw named("Runtime.MalformedHandlerName", `Bad handler ${name}`);
  const [, directory = "", file, exported] = match;
  const base = join(folder, directory, file);
  const path = [".js", ".mjs", ".cjs"].map((end) => base + end).find(existsSync);
  if (path === undefined) {
    throw named("Runtime.ImportModuleError", `Error: Cannot find module '${directory}${file}'`);
  }
  const loaded = await load(path);
  const found = exported.split(".").reduce((value, key) => value?.[key], loaded);
  if (typeof found === "function") {
    if (hasCallbacks || isStreaming(found) || found.length < 3) return found;
    throw named(
      "Runtime.CallbackHandlerDeprecated",
      "Lambda takes no callbacks from Node.js 24 on: make the handler async, or use an earlier runtime",
    );
  }
  throw named("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
}

async function load(path) {
  if (path.endsWith(".cjs")) return createRequire(path)(path);
  const loaded = await import(pathToFileURL(path).href).catch((error) => {
    throw withPlace(error, path);
  });
  // The exports of CommonJS are the default export of its namespace, seldom all named.
  const isCommonJs = path.endsWith(".js") && "default" in loaded;
  return isCommonJs ? { ...loaded, ...Object(loaded.default) } : loaded;
}

/**
 * Where the code of an ES module cannot be read: Node tells it only when the error ends a process.
 * Such a module does not run, whoever loads it.
 */
function withPlace(error, path) {
  if (!(error instanceof SyntaxError) || error.stack.includes(folderUrl)) {
    return error;
  }
  const { stderr } = spawnSync(process.execPath, [path], { encoding: "utf8", timeout: 5000 });
  const [place = ""] = stderr.split("\n\n");
  if (place.startsWith("file:")) error.stack = `${place}\n${error.stack}`;
  return error;
}

async function run(event, { id, deadline, arn, traceId }) {
  process.env._X_AMZN_TRACE_ID = traceId;
  try {
    const base = contextOf(id, deadline, arn);
    const result = await call(base, (context, callback) => {
      if (isStreaming(handler)) return callStreaming(handler, event, base);
      return hasCallbacks ? handler(event, context, callback) : returned(handler(event, base));
    });
    if (isStreaming(handler) && result !== null) {
      send({ type: "result", id, stream: result });
      return;
    }
    // What JSON cannot hold is an error of the function, as in Lambda.
    send({ type: "result", id, payload: JSON.stringify(result) ?? "null" });
  } catch (error) {
    send({ type: "error", id, error: describe(error) });
  }
}

function contextOf(id, deadline, arn) {
  return {
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: version,
    invokedFunctionArn: arn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: id,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** What a handler returned, promise or not: without callbacks there is nothing else to wait for. */
async function returned(result) {
  return await result;
}

/** Calls the handler. It ends with its promise, its callback, or when nothing is left to wait for. */
function call(base, start) {
  return new Promise((resolve, reject) => {
    let onEmpty = () => settle(resolve, null);
    const whenEmpty = () => onEmpty();
    const settle = (how, value) => {
      process.removeListener("beforeExit", whenEmpty);
      channel.ref();
      how(value);
    };
    const done = (error, result) =>
      error === undefined || error === null ? settle(resolve, result) : settle(reject, error);
    const callback = (error, result) => {
      const waits = context.callbackWaitsForEmptyEventLoop && (error ?? null) === null;
      if (waits) onEmpty = () => done(error, result);
      else done(error, result);
    };
    const context = {
      callbackWaitsForEmptyEventLoop: true,
      ...base,
      done,
      succeed: (result) => done(null, result),
      fail: (error) => done(error ?? new Error("failed"), null),
    };
    process.on("beforeExit", whenEmpty);
    // While the handler runs, waiting for the next event is no reason to stay.
    channel.unref();
    try {
      const promise = start(context, callback);
      if (typeof promise?.then === "function") {
        promise.then(
          (value) => settle(resolve, value),
          (error) => settle(reject, error),
        );
      }
    } catch (error) {
      settle(reject, error);
    }
  });
}

function describe(error) {
  if (error instanceof Error) {
    const lines = (error.stack ?? "").replaceAll(folderUrl, "").split("\n");
    const trace = lines.filter((line) => !FRAME_OF_THE_PREVIEW.test(line));
    return { errorType: error.name, errorMessage: error.message, trace };
  }
  const text = typeof error === "string" ? error : (JSON.stringify(error) ?? String(error));
  return { errorType: typeof error, errorMessage: text, trace: [] };
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}

function die(name, error) {
  const { errorMessage, trace } = describe(error);
  send({ type: "crash", error: { errorType: name, errorMessage, trace } }, () => process.exit(1));
}
