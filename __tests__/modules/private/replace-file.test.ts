import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replaceFile } from "../../../modules/private/replace-file";

const folder = mkdtempSync(join(tmpdir(), "replace-"));
const file = join(folder, "sub", "a.zip");

afterAll(() => rmSync(folder, { recursive: true }));

it("replaces a file in one step, so that nobody reads half of it, and leaves nothing beside", () => {
  replaceFile(file, Buffer.from("one"));
  // Another name of the same file: what is written in place shows here too.
  linkSync(file, join(folder, "kept"));
  replaceFile(file, Buffer.from("two"));
  expect(readFileSync(join(folder, "kept"), "utf8")).toBe("one");
  expect(readFileSync(file, "utf8")).toBe("two");
  expect(readdirSync(join(folder, "sub"))).toEqual(["a.zip"]);
});

it("leaves a file alone that is right already", () => {
  replaceFile(file, Buffer.from("same"));
  const { ino } = statSync(file);
  replaceFile(file, Buffer.from("same"));
  expect(statSync(file).ino).toBe(ino);
});
