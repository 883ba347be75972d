import { Readable } from "node:stream";
import { readLines } from "../../../../preview/origins/lambda/read-lines";

async function linesOf(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const stream = Readable.from(chunks, { objectMode: false });
  const lines: string[] = [];
  readLines(stream, (line) => lines.push(line));
  await new Promise((resolve) => stream.once("close", resolve));
  return lines;
}

it("puts lines together that come in parts, and tells the last one without an end", async () => {
  const euro = Buffer.from("€");
  const chunks = ["on", "e\r", "\ntwo\n\nth", euro.subarray(0, 1), euro.subarray(1), "ree"];
  expect(await linesOf(chunks)).toEqual(["one", "two", "", "th€ree"]);
});

it("cuts a line that does not end after 256 KB", async () => {
  const lines = await linesOf([...Array<string>(100).fill("x".repeat(65_536)), "y\nend"]);
  expect(lines.length).toBeGreaterThan(20);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(262_144 + 65_536);
  expect(lines.join("")).toHaveLength(100 * 65_536 + "yend".length);
  expect(lines.at(-1)).toBe("end");
});
