import type { Readable } from "node:stream";

/** Characters after which a line goes on as another one: CloudWatch takes events of 256 KB. */
const MAX_CHARACTERS = 262_144;

/** Tells each line of a text; of one without an end no more is kept than of the longest. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
    for (; rest.length > MAX_CHARACTERS; rest = rest.slice(MAX_CHARACTERS)) {
      onLine(rest.slice(0, MAX_CHARACTERS));
    }
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest);
  });
}
