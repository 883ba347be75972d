// What a function finds in its global scope: the names that AWS lists, and nothing else.

const BOTH_RUNTIMES = [
  ..."Object Function Array Number Boolean String Symbol Math Date RegExp JSON Promise".split(" "),
  ..."Error EvalError RangeError ReferenceError SyntaxError TypeError URIError InternalError AggregateError".split(
    " ",
  ),
  ..."Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array".split(
    " ",
  ),
  ..."Float32Array Float64Array ArrayBuffer globalThis NaN Infinity undefined eval".split(" "),
  ..."decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt".split(
    " ",
  ),
];

/** Names of both runtimes and of the newer one. */
export const GLOBALS = {
  "cloudfront-js-1.0": BOTH_RUNTIMES,
  "cloudfront-js-2.0": [...BOTH_RUNTIMES, "DataView"],
} as const;

/** Removes every global that a runtime does not have, timers with high resolution among them. */
export function keepGlobals(names: readonly string[]): void {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!names.includes(name)) delete (globalThis as Record<string, unknown>)[name];
  }
}

/** Adds a global that `for…in` does not list. */
export function addGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Adds the error type that runtime 1.0 has beside those of the standard. */
export function addMemoryError(): void {
  class MemoryError extends Error {}
  Object.defineProperty(MemoryError.prototype, "name", { value: "MemoryError" });
  addGlobal("MemoryError", MemoryError);
}

/** Makes `eval` and every function constructor throw: no code but the function's own runs. */
export function refuseDynamicCode(): void {
  const samples = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const sample of samples) {
    const prototype: object = Object.getPrototypeOf(sample);
    const refuse = function refuse() {
      throw new EvalError(
        "function constructors are not supported: dynamic code evaluation is turned off",
      );
    };
    Object.defineProperty(refuse, "prototype", { value: prototype });
    Object.defineProperty(prototype, "constructor", { value: refuse });
    if (prototype === Function.prototype) addGlobal("Function", refuse);
  }
  addGlobal("eval", () => {
    throw new EvalError("eval() is not supported: dynamic code evaluation is turned off");
  });
}

/** Replaces `Date` by one whose current time is always the run's. */
export function freezeDate(now: () => number): void {
  const RealDate = Date;
  const construct = Reflect.construct;
  function Frozen(this: unknown, ...parts: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(now()).toString();
    return construct(RealDate, parts.length === 0 ? [now()] : parts, new.target);
  }
  const statics = { now, parse: RealDate.parse, UTC: RealDate.UTC };
  for (const [name, value] of Object.entries(statics)) {
    Object.defineProperty(Frozen, name, { value, configurable: true, writable: true });
  }
  Object.defineProperty(Frozen, "name", { value: "Date" });
  Object.defineProperty(Frozen, "prototype", { value: RealDate.prototype });
  Object.defineProperty(RealDate.prototype, "constructor", { value: Frozen });
  addGlobal("Date", Frozen);
}

/** Replaces `Math.random` by a generator that each run seeds anew. */
export function seedRandom(): (seed: number) => void {
  let state = 1;
  const value = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  Object.defineProperty(Math, "random", { value, configurable: true, writable: true });
  return (seed) => {
    state = seed | 0;
  };
}
