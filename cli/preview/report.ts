// What a preview tells: lines for a reader, or JSON for a program.
import type { Preview } from "../../preview/server";
import type { Session } from "../../preview/session";
import type { ExchangeEvent } from "../../preview/session/events";
import { formatRequest, formatStart, formatWarnings } from "./format";
import { failuresOf, formatFailures } from "./format-failures";
import { terminalText } from "./terminal-text";

/** Tells what happens. */
export interface Reporter {
  started(name: string, preview: Preview, watches: boolean, inspector: string | undefined): void;
  request(event: ExchangeEvent): void;
  log(address: string, text: string): void;
  reloaded(session: Session, changed: readonly string[], milliseconds: number): void;
  /** The message of an error that ends nothing. */
  problem(message: string): void;
}

type Write = (line: string) => void;

/** Tells a reader, in lines of a terminal. */
export function textReporter(write: Write): Reporter {
  const writeText = (text: string): void => {
    for (const line of text.split("\n")) write(terminalText(line));
  };
  return {
    started: (name, preview, watches, inspector) =>
      writeText(formatStart(name, preview, watches, inspector)),
    request(event) {
      write(terminalText(formatRequest(event)));
      for (const line of formatFailures(event)) write(terminalText(line));
    },
    log: (address, text) => {
      for (const line of text.trimEnd().split("\n")) writeText(`  [${address}] ${line}`);
    },
    reloaded(session, changed, milliseconds) {
      const seconds = (milliseconds / 1000).toFixed(1);
      writeText(
        `changed: ${changed.join(", ")}; runs anew after ${seconds} s, with an empty cache`,
      );
      const warnings = formatWarnings(session);
      if (warnings.length > 0) writeText(warnings.join("\n"));
    },
    problem: (message) => writeText(`error: ${message}`),
  };
}

/** Tells a program: one JSON object a line, each with `event`. */
export function jsonReporter(write: Write): Reporter {
  const tell = (event: string, values: object): void => write(JSON.stringify({ event, ...values }));
  return {
    started: (name, { urls, live }, _, inspector) =>
      tell("ready", { stack: name, ...urls, inspector, ...summary(live.current) }),
    request(event) {
      const { trace, characters: _, ...exchange } = event;
      const failures = failuresOf(event);
      tell("request", {
        ...exchange,
        behavior: trace?.behavior,
        origin: trace?.originId,
        cache: trace?.resultType,
        ...(failures.length === 0 ? {} : { failures }),
      });
    },
    log: (address, text) => tell("log", { address, text }),
    reloaded: (session, changed, milliseconds) =>
      tell("reloaded", { changed, milliseconds, ...summary(session) }),
    problem: (message) => tell("error", { message }),
  };
}

function summary({ model, apis, warnings, unresolved, iamKey, placeOf }: Session) {
  const behaviors = [...model.orderedBehaviors, model.defaultBehavior];
  return {
    distribution: model.address,
    behaviors: behaviors.map(({ pathPattern, targetOriginId }) => ({
      pathPattern,
      targetOriginId,
    })),
    origins: model.origins.map((origin) => ({
      id: origin.id,
      domainName: origin.domainName,
      place: placeOf(origin),
    })),
    apis,
    warnings,
    unresolved,
    iamKey,
  };
}
