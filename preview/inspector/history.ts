import { randomBytes } from "node:crypto";
import type { OriginLog } from "../origins/emulation";
import type { ExchangeEvent, Subscriptions } from "../session/events";
import { watchForCrowds } from "./crowd";

/** How much is kept. */
export interface HistoryLimits {
  /** @default 500 */
  readonly exchanges: number;
  /**
   * Exchanges while more come than anybody reads. To keep them all would take a fifth of the time of a
   * request: what is kept is copied by the garbage collector. @default 100
   */
  readonly crowded: number;
  /** Characters of all exchanges together, about. @default 8 million */
  readonly characters: number;
  /** @default 200 */
  readonly logs: number;
}

/** A line that a function or an emulated service wrote. */
interface LogLine extends OriginLog {
  /** Counts up from 1. */
  readonly id: number;
}

/** The latest exchanges and log lines, within bounds. */
export interface History {
  /** Tells one run of the preview from the next, whose ids start again. */
  readonly run: string;
  /** Counts the changes of the stack. */
  readonly stackVersion: () => number;
  exchangesAfter(id: number): readonly ExchangeEvent[];
  logsAfter(id: number): readonly LogLine[];
  exchange(id: number): ExchangeEvent | undefined;
  /** Id of the newest exchange that was cleared; 0 when none was. */
  readonly clearedTo: () => number;
  clear(): void;
  /** Says that the stack changed. */
  changed(): void;
  /** Calls back at every change until the returned function is called. */
  onChange(listener: () => void): () => void;
  close(): void;
}

const LIMITS: HistoryLimits = { exchanges: 500, crowded: 100, characters: 8_000_000, logs: 200 };

/** Characters of one log line that are kept. */
const MAX_LOG_CHARACTERS = 4000;

/** Starts to keep what happens. */
export function keepHistory(
  events: Subscriptions,
  hideSecrets: (text: string) => string,
  limits: HistoryLimits = LIMITS,
): History {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let exchanges: ExchangeEvent[] = [];
  let logs: LogLine[] = [];
  let characters = 0;
  let [version, lines, clearedTo] = [0, 0, 0];
  const isCrowd = watchForCrowds();

  const drop = (): void => {
    characters -= exchanges.shift()?.characters ?? 0;
  };
  const endExchanges = events.onExchange((event) => {
    exchanges.push(event);
    characters += event.characters;
    const most = isCrowd(event.at) ? limits.crowded : limits.exchanges;
    while (exchanges.length > most) drop();
    while (characters > limits.characters && exchanges.length > 1) drop();
    tell();
  });
  const endLogs = events.onLog((log) => {
    lines += 1;
    const text = hideSecrets(log.text.slice(0, MAX_LOG_CHARACTERS));
    logs = [...logs, { ...log, text, id: lines }].slice(-limits.logs);
    tell();
  });

  return {
    run: randomBytes(6).toString("hex"),
    stackVersion: () => version,
    exchangesAfter: (id) => exchanges.filter((one) => one.id > id),
    logsAfter: (id) => logs.filter((one) => one.id > id),
    exchange: (id) => exchanges.find((one) => one.id === id),
    clearedTo: () => clearedTo,
    clear() {
      clearedTo = exchanges.at(-1)?.id ?? clearedTo;
      [exchanges, logs, characters] = [[], [], 0];
      tell();
    },
    changed() {
      version += 1;
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      endExchanges();
      endLogs();
      listeners.clear();
    },
  };
}
