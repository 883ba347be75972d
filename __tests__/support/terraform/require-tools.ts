// What a machine lacks is said, not hidden: a line where tests are skipped, a failure with CI=true.
import { spawnSync } from "node:child_process";
import { providerMirror } from "./provider-mirror";

export type Tool = "terraform" | "provider" | "moto";

type Describe = (title: string, tests: () => void) => void;

const CHECKS: Readonly<Record<Tool, () => string | undefined>> = {
  terraform: missingTerraform,
  provider: () => {
    const mirror = providerMirror();
    return "missing" in mirror ? mirror.missing : undefined;
  },
  moto: missingMoto,
};

/**
 * `describe` when the machine has the tools. Otherwise `describe.skip`, with one line that says what
 * is missing and how to get it; with `CI=true` a test that fails with that line.
 */
export function requireTools(...tools: readonly Tool[]): Describe {
  const reason = firstMissing(tools);
  if (reason === undefined) return describe;
  if (process.env.CI === "true") {
    return (title) =>
      describe(title, () => {
        it("finds its tools on this machine", () => {
          throw new Error(reason);
        });
      });
  }
  return (title, tests) => {
    process.stderr.write(`skipped "${title}": ${reason}\n`);
    describe.skip(`${title} (${reason})`, tests);
  };
}

function firstMissing(tools: readonly Tool[]): string | undefined {
  for (const tool of tools) {
    const reason = CHECKS[tool]();
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function missingTerraform(): string | undefined {
  const { status, stdout } = spawnSync("terraform", ["version", "-json"], { encoding: "utf8" });
  const howTo = "install 1.10 or newer from https://developer.hashicorp.com/terraform/install";
  if (status !== 0) return `terraform is missing; ${howTo}`;
  const version = /"terraform_version":\s*"(\d+)\.(\d+)[^"]*"/.exec(stdout);
  const [, major = "0", minor = "0"] = version ?? [];
  if (Number(major) > 1 || Number(minor) >= 10) return undefined;
  return `terraform ${major}.${minor} is too old; ${howTo}`;
}

function missingMoto(): string | undefined {
  const { status } = spawnSync("python3", ["-c", "import moto.server"], { encoding: "utf8" });
  if (status === 0) return undefined;
  return "moto, the emulated AWS API, is missing; install it with pip install 'moto[server]'";
}
