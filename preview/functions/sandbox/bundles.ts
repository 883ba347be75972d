import { join } from "node:path";
import { build } from "esbuild";

/** The scripts of the sandbox: what runs in the worker thread, and what runs inside QuickJS. */
export interface Bundles {
  readonly worker: string;
  readonly builtIns: string;
}

let made: Promise<Bundles> | undefined;

/** Bundles the sandbox's scripts, once per process. */
export function sandboxBundles(): Promise<Bundles> {
  made ??= bundleAll();
  return made;
}

async function bundleAll(): Promise<Bundles> {
  const [worker, builtIns] = await Promise.all([
    bundle({
      entryPoints: [join(__dirname, "worker.ts")],
      platform: "node",
      format: "cjs",
      packages: "external",
      // A worker made from text resolves packages from the current directory: it must be this file's.
      banner: {
        js: 'require = require("node:module").createRequire(require("node:worker_threads").workerData.origin);',
      },
    }),
    bundle({
      entryPoints: [join(__dirname, "built-ins/index.ts")],
      platform: "neutral",
      format: "iife",
      globalName: "builtIns",
      target: "es2022",
      minify: true,
    }),
  ]);
  return { worker, builtIns };
}

async function bundle(options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles?.[0]?.text ?? "";
}
