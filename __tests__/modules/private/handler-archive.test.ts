import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { packHandler } from "../../../modules/private/handler-archive";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handler with space-"));
  writeFileSync(join(folder, "index.mjs"), "export const handler = async () => 1;");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("packHandler", () => {
  it("packs the files of the folder", () => {
    const { path } = packHandler(folder);
    expect(Object.keys(unzipSync(readFileSync(path)))).toEqual(["index.mjs"]);
  });

  it("hashes as Lambda does, SHA-256 in base64", () => {
    const { hash, path } = packHandler(folder);
    expect(hash).toBe(createHash("sha256").update(readFileSync(path)).digest("base64"));
  });

  it("gives the same bytes for touched and for copied files", () => {
    const before = packHandler(folder);
    utimesSync(join(folder, "index.mjs"), new Date(0), new Date(0));
    expect(packHandler(folder)).toEqual(before);
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    expect(packHandler(copy)).toEqual(before);
    rmSync(copy, { recursive: true });
  });

  it("gives another hash for other code", () => {
    const before = packHandler(folder);
    writeFileSync(join(folder, "index.mjs"), "export const handler = async () => 2;");
    expect(packHandler(folder).hash).not.toBe(before.hash);
  });

  it("refuses a handler that does not exist", () => {
    expect(() => packHandler("nowhere")).toThrow(
      'the handler file "nowhere/index.mjs" does not exist; name the folder that holds the function\'s index.mjs',
    );
  });
});
