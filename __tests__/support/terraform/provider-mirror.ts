// Where Terraform finds the AWS provider: a mirror on this machine, or a copy from the registry.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { baseEnvironment } from "./environment";

/** A folder in the layout of a filesystem mirror, or the reason why there is none. */
export type Mirror = { readonly folder: string } | { readonly missing: string };

const PROVIDER = join("registry.terraform.io", "hashicorp", "aws");
const CACHE = resolve("node_modules", ".cache", "one-origin", "providers");
const VERSIONS = {
  terraform: {
    required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
  },
};

let known: Mirror | undefined;

/**
 * The mirror that `TF_PLUGIN_DIR` names. Without it the provider comes from the public registry,
 * once: an unpacked copy stays in `node_modules/.cache`, and each `init` links to it.
 */
export function providerMirror(): Mirror {
  known ??= findMirror(process.env.TF_PLUGIN_DIR);
  return known;
}

function findMirror(named: string | undefined): Mirror {
  if (named) {
    if (existsSync(join(named, PROVIDER))) return { folder: resolve(named) };
    return {
      missing: `TF_PLUGIN_DIR=${named} has no ${PROVIDER}; name the root of a provider mirror`,
    };
  }
  return existsSync(join(CACHE, PROVIDER)) ? { folder: CACHE } : download();
}

function download(): Mirror {
  // Beside the cache, so that the finished copy can be moved there at once.
  mkdirSync(dirname(CACHE), { recursive: true });
  const folder = mkdtempSync(join(dirname(CACHE), "download-"));
  const cache = join(folder, "cache");
  mkdirSync(cache);
  writeFileSync(join(folder, "terraform.rc"), "");
  writeFileSync(join(folder, "versions.tf.json"), JSON.stringify(VERSIONS));
  const { status, stderr } = spawnSync("terraform", ["init", "-no-color"], {
    cwd: folder,
    env: { ...baseEnvironment(folder), TF_PLUGIN_CACHE_DIR: cache },
    encoding: "utf8",
    timeout: 300_000,
  });
  try {
    if (status === 0) renameSync(cache, CACHE);
  } catch (error) {
    // Another worker may have been first.
    if (!existsSync(join(CACHE, PROVIDER))) throw error;
  }
  rmSync(folder, { recursive: true, force: true });
  if (status === 0) return { folder: CACHE };
  const reason = /could not .*[^:\s]/i.exec(stderr ?? "")?.[0] ?? "terraform init failed";
  return {
    missing: `the AWS provider is missing (${reason}); set TF_PLUGIN_DIR to a provider mirror, or allow access to registry.terraform.io`,
  };
}
