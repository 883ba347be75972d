// Everything that stands around a function inside QuickJS. Bundled into one script, evaluated once, then frozen
// in the snapshot from which each run starts.
import type { FunctionRuntime, SandboxInput } from "../messages";
import { SandboxBuffer } from "./buffer";
import { addNumberMethods } from "./buffer-numbers";
import { addByteStringMethods } from "./byte-strings";
import {
  createCloudFrontModule,
  type OriginCall,
  type StoreDescription,
} from "./cloudfront-module";
import { createCrypto, type Digest } from "./crypto";
import {
  addGlobal,
  addMemoryError,
  freezeDate,
  GLOBALS,
  keepGlobals,
  refuseDynamicCode,
  seedRandom,
} from "./globals";
import { querystring } from "./query-string";
import { atob, btoa, SandboxTextDecoder, SandboxTextEncoder } from "./text-coding";

type Import = (name: string) => unknown;
type Handler = (event: unknown) => unknown;

const { parse, stringify } = JSON;
/** CloudFront cuts a function's log off at 10 KB. */
const LOG_CHARACTERS = 10_240;

/** Prepares the global scope and gives the functions that the worker calls. */
export function prepare(
  runtime: FunctionRuntime,
  store: string,
  digest: Digest,
  lookup: (key: string) => string | undefined,
) {
  const run = {
    now: 0,
    eventType: "",
    logs: [] as string[],
    room: LOG_CHARACTERS,
    originCalls: [] as OriginCall[],
    ending: "",
  };
  const log = (line: string) => {
    const kept = line.slice(0, run.room);
    run.room -= kept.length;
    if (kept !== "" || line === "") run.logs.push(kept);
  };
  const seed = seedRandom();
  freezeDate(() => run.now);
  keepGlobals(GLOBALS[runtime]);
  refuseDynamicCode();
  addGlobal("console", {
    log: (value: unknown) => log(typeof value === "string" ? value : describe(value)),
  });
  const isNewer = runtime === "cloudfront-js-2.0";
  const modules: Record<string, unknown> = {
    querystring,
    crypto: createCrypto(digest, isNewer ? "buffer" : "byte-string"),
  };
  if (isNewer) addNewerRuntime();
  else addOlderRuntime();

  function addNewerRuntime(): void {
    addNumberMethods();
    const added = {
      Buffer: SandboxBuffer,
      TextEncoder: SandboxTextEncoder,
      TextDecoder: SandboxTextDecoder,
      atob,
      btoa,
    };
    for (const [name, value] of Object.entries(added)) addGlobal(name, value);
    modules.buffer = { Buffer: SandboxBuffer };
    modules.cloudfront = createCloudFrontModule({
      store: store === "" ? undefined : (parse(store) as StoreDescription),
      lookup,
      eventType: () => run.eventType,
      log,
      changeOrigin: (call) => run.originCalls.push(parse(stringify(call))),
    });
  }

  function addOlderRuntime(): void {
    addByteStringMethods();
    addMemoryError();
  }

  const load: Import = (name) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new Error(`Cannot load module "${name}"`);
  };
  const returned = (value: unknown) => {
    run.ending = stringify({
      kind: "returned",
      value,
      logs: run.logs,
      originCalls: run.originCalls,
    });
  };
  const threw = (error: unknown) => {
    run.ending = stringify({ kind: "threw", reason: describe(error), logs: run.logs });
  };

  return {
    /** Runs the function on an event; it has ended when `ending()` is not empty. */
    start(factory: (load: Import) => Handler | undefined, json: string): void {
      const input = parse(json) as SandboxInput & {
        event: { context: { eventType: string }; request: object };
      };
      run.now = input.now;
      run.eventType = input.event.context.eventType;
      seed(input.seed);
      if (isNewer) {
        const value = () => input.rawQueryString;
        Object.defineProperty(input.event.request, "rawQueryString", { value });
      }
      addGlobal("require", load);
      try {
        const handler = factory(load);
        if (handler === undefined) throw new Error('the code defines no function "handler"');
        const result = handler(input.event);
        if (isPromise(result)) result.then(returned).then(undefined, threw);
        else returned(result);
      } catch (error) {
        threw(error);
      }
    },
    ending: () => run.ending,
    logs: () => stringify(run.logs),
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { then?: unknown }).then === "function"
  );
}

function describe(value: unknown): string {
  if (value instanceof Error) {
    const place = /[\s(]((?!built-ins\.)[\w.-]+\.js:\d+)/.exec(String(value.stack))?.[1];
    return `${value.name}: ${value.message}${place === undefined ? "" : ` (${place})`}`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  return stringify(value) ?? String(value);
}
