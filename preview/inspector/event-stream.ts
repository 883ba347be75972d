import { setTimeout as sleep } from "node:timers/promises";
import type { History } from "./history";
import { summarize } from "./summarize";

/** Where a page stands: everything up to here is known to it. */
export interface Cursor {
  readonly run: string;
  readonly exchange: number;
  readonly log: number;
}

/** How often a stream says something. */
export interface StreamTimes {
  /** Milliseconds in which changes are gathered. @default 60 */
  readonly gather: number;
  /** Milliseconds until a sign of life. @default 15000 */
  readonly heartbeat: number;
}

const TIMES: StreamTimes = { gather: 60, heartbeat: 15_000 };
const FORMAT = /^([0-9a-f]{1,32})-(\d{1,15})-(\d{1,15})$/;

/** Reads a cursor as the stream writes it in `id:`; undefined when it is none. */
export function readCursor(text: string): Cursor | undefined {
  const match = FORMAT.exec(text);
  if (match === null) return undefined;
  return { run: match[1] ?? "", exchange: Number(match[2]), log: Number(match[3]) };
}

/**
 * The server-sent events of one page: what it has not seen, then what happens. A page that reads
 * slowly holds no memory: it gets what is still in the history when it is ready for more.
 *
 * @param ended aborts when the inspector closes or the page is gone
 */
export async function* eventStream(
  history: History,
  from: Cursor | undefined,
  ended: AbortSignal,
  { gather, heartbeat }: StreamTimes = TIMES,
): AsyncGenerator<Uint8Array> {
  const known = from?.run === history.run ? from : { exchange: 0, log: 0 };
  let { exchange, log } = known;
  let [version, cleared] = [history.stackVersion(), history.clearedTo()];
  const wait = changeOf(history, ended);
  try {
    yield frame("hello", { run: history.run, isNew: known !== from, clearedTo: cleared });
    while (!ended.aborted) {
      const exchanges = history.exchangesAfter(exchange);
      const logs = history.logsAfter(log);
      exchange = exchanges.at(-1)?.id ?? exchange;
      log = logs.at(-1)?.id ?? log;
      const id = `${history.run}-${exchange}-${log}`;
      if (version !== history.stackVersion()) {
        version = history.stackVersion();
        yield frame("stack", { version });
      }
      if (cleared !== history.clearedTo()) {
        cleared = history.clearedTo();
        yield frame("cleared", { to: cleared });
      }
      if (logs.length > 0) yield frame("logs", logs, id);
      if (exchanges.length > 0) yield frame("exchanges", exchanges.map(summarize), id);
      if (await wait(heartbeat)) await sleep(gather);
      else yield Buffer.from(": still here\n\n");
    }
  } finally {
    wait.stop();
  }
}

function frame(event: string, data: unknown, id?: string): Uint8Array {
  const cursor = id === undefined ? "" : `id: ${id}\n`;
  return Buffer.from(`${cursor}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A wait for the next change: true when there was one, false when the time is over. */
function changeOf(
  history: History,
  ended: AbortSignal,
): { (milliseconds: number): Promise<boolean>; stop(): void } {
  let isDue = false;
  let wake: () => void = () => {};
  const change = (): void => {
    isDue = true;
    wake();
  };
  const end = history.onChange(change);
  ended.addEventListener("abort", change);
  const wait = (milliseconds: number): Promise<boolean> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        wake = () => {};
        const was = isDue;
        isDue = false;
        resolve(was);
      };
      const timer = setTimeout(done, milliseconds);
      wake = done;
      if (isDue) done();
    });
  return Object.assign(wait, {
    stop: () => {
      end();
      ended.removeEventListener("abort", change);
    },
  });
}
