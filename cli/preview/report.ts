// What a preview tells: lines for a reader, or JSON for a program.
import type { Session } from "../../preview/session";
import type { ExchangeEvent } from "../../preview/session/events";
import type { RuleFinding } from "../../validations/lint";
import { findingAsJson } from "../format-lint";
import { COLUMNS, wrapMessage } from "../wrap";
import {
  formatRequest,
  formatStart,
  formatWarnings,
  type PreviewStart,
  requestColumns,
} from "./format";
import { failuresOf, formatFailures } from "./format-failures";
import { terminalText } from "./terminal-text";

/** A stack that took over from the one before. */
interface Reload {
  readonly session: Session;
  /** Errors of the lint. */
  readonly findings: readonly RuleFinding[];
  /** The files that changed. */
  readonly changed: readonly string[];
  readonly milliseconds: number;
}

/** Tells what happens. */
export interface Reporter {
  started(start: PreviewStart): void;
  request(event: ExchangeEvent): void;
  log(address: string, text: string): void;
  reloaded(reload: Reload): void;
  /** The message of an error that ends nothing. */
  problem(message: string): void;
}

type Write = (line: string) => void;

/** Tells a reader, in lines of a terminal. */
export function textReporter(write: Write): Reporter {
  const writeText = (text: string): void => {
    for (const line of text.split("\n")) write(terminalText(line));
  };
  let columns = { path: 32, behavior: 8, origin: 8 };
  return {
    started(start) {
      columns = requestColumns(start.preview.live.current.model);
      writeText(formatStart(start));
    },
    request(event) {
      write(terminalText(formatRequest(event, columns)));
      for (const line of formatFailures(event)) write(terminalText(line));
    },
    log: (address, text) => {
      for (const line of text.trimEnd().split("\n")) writeText(`  [${address}] ${line}`);
    },
    reloaded({ session, findings, changed, milliseconds }) {
      const seconds = (milliseconds / 1000).toFixed(1);
      columns = requestColumns(session.model);
      writeText(
        wrapMessage(
          `changed: ${changed.join(", ")}; runs anew after ${seconds} s, with an empty cache`,
          COLUMNS,
        ),
      );
      const warnings = formatWarnings(session, findings);
      if (warnings.length > 0) writeText(warnings.join("\n"));
    },
    problem: (message) => writeText(wrapMessage(`error: ${message}`, COLUMNS)),
  };
}

/** Tells a program: one JSON object a line, each with `event`. */
export function jsonReporter(write: Write): Reporter {
  const tell = (event: string, values: object): void => write(JSON.stringify({ event, ...values }));
  return {
    started: ({ name, preview: { urls, live }, inspector, findings }) =>
      tell("ready", { stack: name, ...urls, inspector, ...summary(live.current, findings) }),
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
    reloaded: ({ session, findings, changed, milliseconds }) =>
      tell("reloaded", { changed, milliseconds, ...summary(session, findings) }),
    problem: (message) => tell("error", { message }),
  };
}

function summary(
  { model, apis, warnings, unresolved, iamKey, placeOf }: Session,
  findings: readonly RuleFinding[],
) {
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
    findings: findings.map(findingAsJson),
    warnings,
    unresolved,
    iamKey,
  };
}
