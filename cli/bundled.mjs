// Runs the command line from one bundled file: `node cli/bundled.mjs preview`; with `synth`, the app.
// It starts in a third of the time of `tsx cli/main.ts`, and is made anew when a source changes.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire, SourceMap } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const cache = join(root, "node_modules", ".cache", "one-origin");
const [entry, name] = process.argv[2] === "synth" ? ["main.ts", "app"] : ["cli/main.ts", "cli"];
const bundle = join(cache, `${name}.cjs`);
const record = join(cache, `${name}.json`);
const require = createRequire(import.meta.url);

// For whatever builds in this process: one build takes less time than the worker thread that would run
// several. Once esbuild is loaded it is too late, and a build that waits for that thread never ends.
process.env.ESBUILD_WORKER_THREADS ??= "0";

/** Time and size of a file; they change with its content. */
function stampOf(file) {
  const { mtimeMs, size } = statSync(resolve(root, file));
  return `${mtimeMs} ${size}`;
}

/** Gives a file new content in one step: another process may read it at any moment. */
function replace(file, content) {
  const written = `${file}.${process.pid}`;
  try {
    writeFileSync(written, content);
    const stamp = stampOf(written);
    renameSync(written, file);
    return stamp;
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}

function isCurrent() {
  try {
    const stamps = Object.entries(JSON.parse(readFileSync(record, "utf8")));
    return stamps.length > 0 && stamps.every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false; // there is none yet, or a source is gone
  }
}

/** In a bundle a source would not know its own place. */
const ownPlace = {
  name: "own-place",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!/__dirname|__filename/.test(source)) return undefined;
      const place = `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};`;
      return { contents: `${place}${source}`, loader: "ts", resolveDir: dirname(path) };
    });
  },
};

async function makeBundle() {
  const { build } = await import("esbuild").catch((error) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.error("the packages of this project are not installed; run npm ci first");
    process.exit(1);
  });
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    metafile: true,
    sourcemap: true,
    outfile: bundle,
    write: false,
    logLevel: "warning",
    plugins: [ownPlace],
  });
  const contentOf = (file) =>
    outputFiles.find(({ path }) => basename(path) === basename(file)).contents;
  mkdirSync(cache, { recursive: true });
  const ownStamp = replace(bundle, contentOf(bundle));
  replace(`${bundle}.map`, contentOf(`${bundle}.map`));
  const inputs = ["package-lock.json", "cli/bundled.mjs", ...Object.keys(metafile.inputs)];
  const stamps = Object.fromEntries(inputs.map((file) => [file, stampOf(file)]));
  // The bundle counts too: one made from older sources may have come in its place.
  replace(record, JSON.stringify({ ...stamps, [relative(root, bundle)]: ownStamp }));
}

try {
  if (!isCurrent()) await makeBundle();
} catch (error) {
  if (error.errors !== undefined) process.exit(1); // a source is wrong, and esbuild has said where
  if (error.syscall === undefined) throw error;
  const place = relative(process.cwd(), cache) || cache;
  console.error(`cannot write ${place} (${error.code}); make it writable for you`);
  process.exit(1);
}

/**
 * Lets stack traces name the sources. Node's own way reads the maps of all packages that have one, at
 * each start: a quarter of the time of a synthesis. This reads the bundle's, once it is asked for.
 */
function nameSources() {
  let map;
  const sourceOf = (frame) => {
    if (frame.getFileName() !== bundle) return String(frame);
    map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8")));
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (originalSource === undefined) return String(frame);
    const place = `${resolve(cache, originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
    return String(frame).replace(`${bundle}:${line}:${column}`, place);
  };
  Error.prepareStackTrace = (error, frames) => {
    // CDKTF has a trace written for each token, which is no error and which nobody sees.
    const shown = error instanceof Error ? sourceOf : String;
    return [error, ...frames.map((frame) => `    at ${shown(frame)}`)].join("\n");
  };
}

nameSources();
require(bundle);
