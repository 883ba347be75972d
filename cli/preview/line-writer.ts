import type { Writable } from "node:stream";

/** Writes lines; those of one moment go together, as each write to a terminal takes its time. */
export function lineWriter(out: Writable): (line: string) => void {
  let waiting: string[] = [];
  return (line) => {
    if (waiting.push(line) > 1) return;
    setImmediate(() => {
      out.write(`${waiting.join("\n")}\n`);
      waiting = [];
    });
  };
}
