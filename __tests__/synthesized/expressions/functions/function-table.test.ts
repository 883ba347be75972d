import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { gunzipSync } from "node:zlib";
import type { FunctionContext } from "../../../../synthesized/expressions/functions/define";
import { callFunction } from "../../../../synthesized/expressions/functions/function-table";
import type { Json } from "../../../../synthesized/stack";

const files: Record<string, string> = { "a.txt": "é", "dist/x.js": "1", "dist/sub/y.css": "2" };
const context: FunctionContext = {
  files: {
    read: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error("ENOENT");
      return Buffer.from(text);
    },
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
  },
  now: Date.UTC(2026, 10, 20, 12, 30, 5, 678),
  renderTemplate: (text, variables) => `${text}${JSON.stringify(variables)}`,
};
const call = (name: string, ...args: Json[]) => callFunction(name, args, context);

describe("functions that read files", () => {
  it("read them through the reader that was given", () => {
    expect(call("file", "a.txt")).toBe("é");
    expect(call("filebase64", "a.txt")).toBe("w6k=");
    expect(call("filesha256", "a.txt")).toBe(createHash("sha256").update("é").digest("hex"));
    expect(call("filebase64sha256", "a.txt")).toBe(
      createHash("sha256").update("é").digest("base64"),
    );
    expect(call("filemd5", "a.txt")).toBe(createHash("md5").update("é").digest("hex"));
    expect(call("fileexists", "a.txt")).toBe(true);
    expect(call("fileexists", "b.txt")).toBe(false);
    expect(call("templatefile", "a.txt", { v: 1 })).toBe('é{"v":1}');
  });

  it("list the files that match a pattern", () => {
    expect(call("fileset", "dist", "**")).toEqual(["x.js", "sub/y.css"]);
    expect(call("fileset", "dist", "*.js")).toEqual(["x.js"]);
  });

  it("say which file is missing", () => {
    expect(() => call("file", "b.txt")).toThrow('no file "b.txt" in the stack\'s folder');
  });
});

describe("functions without counterpart in a table of values", () => {
  it("take the time from the clock that was given", () => {
    expect(call("timestamp")).toBe("2026-11-20T12:30:05Z");
    expect(call("plantimestamp")).toBe("2026-11-20T12:30:05Z");
  });

  it("compress for user data", () => {
    const packed = Buffer.from(String(call("base64gzip", "text")), "base64");
    expect(gunzipSync(packed).toString()).toBe("text");
  });

  it("decode what a URL holds", () => {
    expect(call("urldecode", "a+b%2F")).toBe("a b/");
    expect(() => call("urldecode", "%E0%A4")).toThrow(/^urldecode: /);
  });

  it("know the home folder, but not where a stack will be", () => {
    expect(call("pathexpand", "~/a")).toBe(`${homedir()}/a`);
    expect(() => call("abspath", "a")).toThrow("abspath of a relative path is not supported");
  });

  it("name the encoding that is not supported", () => {
    expect(() => call("textencodebase64", "a", "IBM037")).toThrow(
      "the encoding IBM037 is not supported",
    );
    expect(() => call("textencodebase64", "€", "ISO-8859-1")).toThrow(/finds a character/);
  });
});
