// Requests and answers for the tests of the origins.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type EdgeRequest,
  type EdgeResponse,
  type HeaderList,
  headerOf,
  readBody,
} from "../../../../preview/messages";

/** A GET over HTTPS, with what differs from that. */
export function request(
  target: string,
  options: {
    readonly method?: string;
    readonly host?: string;
    readonly headers?: HeaderList;
    readonly body?: string | Uint8Array;
    readonly protocol?: "http" | "https";
  } = {},
): EdgeRequest {
  const at = target.indexOf("?");
  return {
    method: options.method ?? "GET",
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? "" : target.slice(at + 1),
    headers: [
      ...(options.host === undefined ? [] : ([["Host", options.host]] as const)),
      ...(options.headers ?? []),
    ],
    body: Buffer.from(options.body ?? ""),
    protocol: options.protocol ?? "https",
    httpVersion: "1.1",
    clientIp: "203.0.113.7",
  };
}

/** An answer with its body as text and its headers by lower-case name. */
export async function read(answer: EdgeResponse | Promise<EdgeResponse>) {
  const { status, headers, body } = await answer;
  return {
    status,
    text: Buffer.from(await readBody(body)).toString(),
    header: (name: string) => headerOf(headers, name),
    names: headers.map(([name]) => name),
    values: (name: string) =>
      headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value),
  };
}

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with the given files; it is removed when the tests of the file are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "one-origin-test-")));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
