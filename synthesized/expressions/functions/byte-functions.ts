// Hashes, encodings and files.
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { EvaluationError, toObject, toText, UnresolvedError } from "../value";
import { type ExpressionFunction, type FunctionContext, type FunctionTable, takes } from "./define";
import { matchesGlob } from "./glob";

const HASHES = ["md5", "sha1", "sha256", "sha512"] as const;

export const byteFunctions: FunctionTable = {
  ...Object.fromEntries(
    HASHES.flatMap((hash): [string, ExpressionFunction][] => [
      [hash, takes(1, 1, ([text]) => digest(hash, toText(text), "hex"))],
      [`base64${hash}`, takes(1, 1, ([text]) => digest(hash, toText(text), "base64"))],
      [`file${hash}`, takes(1, 1, ([path], context) => digest(hash, read(path, context), "hex"))],
      [
        `filebase64${hash}`,
        takes(1, 1, ([path], context) => digest(hash, read(path, context), "base64")),
      ],
    ]),
  ),

  base64decode: takes(1, 1, ([text]) => Buffer.from(toText(text), "base64").toString("utf8")),
  base64encode: takes(1, 1, ([text]) => Buffer.from(toText(text)).toString("base64")),
  base64gzip: takes(1, 1, ([text]) => gzipSync(toText(text)).toString("base64")),
  textdecodebase64: takes(2, 2, ([text, name]) => {
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(toText(text))) {
      throw new EvaluationError("textdecodebase64 has no Base64");
    }
    return Buffer.from(toText(text), "base64").toString(encodingOf(toText(name)));
  }),
  textencodebase64: takes(2, 2, ([text, name]) => {
    const encoding = encodingOf(toText(name));
    const bytes = Buffer.from(toText(text), encoding);
    if (bytes.toString(encoding) === toText(text)) return bytes.toString("base64");
    throw new EvaluationError(`textencodebase64 finds a character that ${toText(name)} has not`);
  }),
  urldecode: takes(1, 1, ([text]) => decodeURIComponent(toText(text).replaceAll("+", " "))),
  urlencode: takes(1, 1, ([text]) =>
    encodeURIComponent(toText(text))
      .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+"),
  ),

  abspath: takes(1, 1, ([path]) => {
    // The stack's own folder is another one wherever it is deployed from.
    if (!toText(path).startsWith("/")) {
      throw new UnresolvedError("abspath of a relative path is not supported");
    }
    return posix.resolve(toText(path));
  }),
  basename: takes(1, 1, ([path]) => posix.basename(toText(path))),
  dirname: takes(1, 1, ([path]) => posix.dirname(toText(path))),
  file: takes(1, 1, ([path], context) => read(path, context).toString("utf8")),
  filebase64: takes(1, 1, ([path], context) => read(path, context).toString("base64")),
  fileexists: takes(1, 1, ([path], context) => {
    try {
      read(path, context);
      return true;
    } catch {
      return false;
    }
  }),
  fileset: takes(2, 2, ([folder, pattern], { files }) =>
    files.list(toText(folder)).filter((path) => matchesGlob(path, toText(pattern))),
  ),
  pathexpand: takes(1, 1, ([path]) => toText(path).replace(/^~(?=\/|$)/, homedir())),
  templatefile: takes(2, 2, ([path, variables], context) =>
    context.renderTemplate(read(path, context).toString("utf8"), toObject(variables)),
  ),
};

/** The encodings of IANA's names that Node.js has. */
function encodingOf(name: string): BufferEncoding {
  const known = { "UTF-8": "utf8", "UTF-16LE": "utf16le", "ISO-8859-1": "latin1" } as const;
  const upper = name.toUpperCase();
  if (upper in known) return known[upper as keyof typeof known];
  throw new UnresolvedError(`the encoding ${name} is not supported`);
}

function digest(hash: string, content: string | Buffer, encoding: "hex" | "base64"): string {
  return createHash(hash).update(content).digest(encoding);
}

function read(path: unknown, { files }: FunctionContext): Buffer {
  const name = String(path);
  try {
    return Buffer.from(files.read(name));
  } catch {
    throw new EvaluationError(`no file "${name}" in the stack's folder`);
  }
}
