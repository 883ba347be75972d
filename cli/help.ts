import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Prints the commands that a new user needs. */
export function help(): number {
  process.stdout.write(readFileSync(join(__dirname, "..", "help"), "utf8"));
  return 0;
}
