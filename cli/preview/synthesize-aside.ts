import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { stackIds } from "../../synthesized/read";
import { outputFolder } from "../synthesize";

/** What came of a synthesis. */
export interface Synthesis {
  readonly ids: readonly string[];
  /** Why there is nothing new; undefined when all went well. */
  readonly problem: string | undefined;
}

/** Runs the script `synth` of package.json while this process goes on. */
export function synthesizeAside(): Promise<Synthesis> {
  return new Promise((resolve) => {
    const said: string[] = [];
    const { command, env } = synthCommand();
    const child = spawn(command, { stdio: ["ignore", "pipe", "pipe"], shell: true, env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
    }
    child.on("error", (error) => resolve({ ids: [], problem: error.message }));
    child.on("close", (code, signal) => {
      const text = said.join("").trim();
      const ended = signal === null ? "failed and said nothing" : `was ended by ${signal}`;
      const problem = code === 0 ? undefined : text || `npm run synth ${ended}`;
      resolve({ ids: code === 0 ? stackIds(outputFolder()) : [], problem });
    });
  });
}

/** npm itself takes longer to start than the script does to run, so it is left out where a shell is one. */
function synthCommand(): { readonly command: string; readonly env: NodeJS.ProcessEnv } {
  if (process.platform === "win32") {
    return { command: "npm run --silent synth", env: process.env };
  }
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: { readonly synth: string };
  };
  const path = [join(process.cwd(), "node_modules", ".bin"), process.env.PATH ?? ""];
  return { command: scripts.synth, env: { ...process.env, PATH: path.join(delimiter) } };
}
