// The command line: `npm start`, `npm run deploy -- spa-api`, `npx tsx cli/main.ts <command>`.
import { deploy } from "./deploy";
import { destroy } from "./destroy";
import { diff } from "./diff";
import { explain } from "./explain";
import { hcl } from "./hcl";
import { help } from "./help";
import { lint } from "./lint";
import { overview } from "./overview";
import { preview } from "./preview";
import { terminalLines } from "./preview/terminal-text";
import { UsageError } from "./usage-error";
import { fitted } from "./wrap";

/** Takes the arguments after its name and returns the exit code. */
type Command = (args: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  preview,
  explain,
  overview,
  hcl,
  diff,
  deploy,
  destroy,
  lint,
  help,
};

async function run([name = "help", ...args]: readonly string[]): Promise<number> {
  if ([name, args[0]].some((word) => word === "--help" || word === "-h")) return help();
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      const names = Object.keys(COMMANDS).join(", ");
      throw new UsageError(`there is no command "${name}"; the commands are: ${names}`);
    }
    return await command(args);
  } catch (error) {
    const message = terminalLines(error instanceof Error ? error.message : String(error));
    console.error(fitted(message, process.stderr));
    return error instanceof UsageError ? 2 : 1;
  }
}

// Who reads the output may stop before its end: `npm run hcl -- spa-api | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
