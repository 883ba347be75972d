// A preview as a user starts one: `npm run preview -- STACK`, in a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ExchangeEvent } from "../../../preview/session/events";

/** What a preview says of itself when it is ready (`--json`). */
export interface Ready {
  readonly http: string;
  readonly https: string;
  readonly apis: readonly { readonly host: string; readonly url: string }[];
  readonly origins: readonly { readonly id: string; readonly place: string }[];
  readonly unresolved: readonly unknown[];
  readonly iamKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A request as the preview reports it. */
export interface Reported extends Omit<ExchangeEvent, "trace"> {
  readonly behavior?: string;
  readonly origin?: string;
  /** As in X-Cache: `Hit`, `Miss`, … */
  readonly cache?: string;
}

export interface RunningPreview extends Ready {
  /** Every request that has come until now, in order. */
  requests(): Promise<readonly Reported[]>;
  /** Ends the process. */
  stop(): Promise<void>;
}

interface Line extends Record<string, unknown> {
  readonly event: string;
}

/**
 * Starts the preview of a stack on free ports.
 *
 * @param variables the settings; nothing else of this process's environment counts
 * @throws with what the preview said, when it ends before it is ready
 */
export async function startPreview(
  stack: string,
  variables: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<RunningPreview> {
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  const ports = ["--no-watch", "--json", "--port", "0", "--https-port", "0"];
  const child = spawn("node", ["cli/bundled.mjs", "preview", stack, ...ports, ...options], {
    env: {
      PATH: process.env.PATH ?? "",
      HOME: folder,
      CDKTF_OUTDIR: join(folder, "cdktf.out"),
      CHECKPOINT_DISABLE: "1",
      ...variables,
    },
  });
  const ended = once(child, "close").then(() => rmSync(folder, { recursive: true, force: true }));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  const requests: Reported[] = [];
  const ready = await readLines(child, (line) => {
    if (line.event === "request") requests.push(line as unknown as Reported);
  });

  let marks = 0;
  return {
    ...ready,
    stop,
    async requests() {
      // Lines come in order: once this request is told, all before it are.
      marks += 1;
      const mark = `/?mark=${marks}`;
      // Over a connection of its own: the preview may just be ending one that has been idle.
      await fetch(`${ready.http}${mark}`, { redirect: "manual", headers: { connection: "close" } });
      const isTold = (): boolean => requests.some(({ request }) => request.path === mark);
      while (!isTold()) await new Promise((resolve) => setTimeout(resolve, 5));
      return requests.filter(({ request }) => !request.path.startsWith("/?mark="));
    },
  };
}

function readLines(child: ChildProcess, onLine: (line: Line) => void): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error("the preview has no output to read");
    stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
    createInterface({ input: stdout }).on("line", (text) => {
      const line = JSON.parse(text) as Line;
      if (line.event === "ready") resolve(line as unknown as Ready);
      onLine(line);
    });
    child.on("close", (code) =>
      reject(new Error(`the preview ended with ${code}: ${said.join("")}`)),
    );
  });
}
