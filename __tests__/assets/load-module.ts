// Loads an ES module of `assets/` into a test: jest itself only runs CommonJS.
import { buildSync } from "esbuild";

/** The exports of an ES module with everything it imports; `file` is relative to the project. */
export function loadModule<Exports>(file: string): Exports {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
    logLevel: "silent",
  });
  const module = { exports: {} as Exports };
  new Function("module", "exports", "require", outputFiles[0]?.text ?? "")(
    module,
    module.exports,
    require,
  );
  return module.exports;
}
