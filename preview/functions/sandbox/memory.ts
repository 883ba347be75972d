import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";
import { FUNCTION_MEMORY_BYTES } from "./limits";

/** A memory of WebAssembly. The types of Node do not have it. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

type MemoryConstructor = new (pages: {
  readonly initial: number;
  readonly maximum: number;
}) => WasmMemory;

/** What QuickJS's module asks for at least: 16 MB. */
const PAGES = 256;
const LARGEST_BLOCK_BYTES = 4 * 1024 * 1024;
const SMALLEST_BLOCK_BYTES = 4 * 1024;

/** A memory for one QuickJS that cannot grow. */
export function fixedMemory(): WasmMemory {
  const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: MemoryConstructor } })
    .WebAssembly;
  return new Memory({ initial: PAGES, maximum: PAGES });
}

/**
 * Takes all memory but what a function may use.
 *
 * QuickJS's own limit does not work in WebAssembly: it cannot see how large a block is, and counts a few
 * bytes for each. What is left of a memory that cannot grow is an honest limit, its overhead included.
 */
export function leaveFunctionMemory(context: QuickJSContext): QuickJSHandle {
  const code = `(function () {
    var reserve = new ArrayBuffer(${FUNCTION_MEMORY_BYTES});
    var taken = [];
    for (var bytes = ${LARGEST_BLOCK_BYTES}; bytes >= ${SMALLEST_BLOCK_BYTES}; bytes /= 2) {
      try { for (;;) taken.push(new ArrayBuffer(bytes)); } catch (full) {}
    }
    reserve = null;
    return taken;
  })()`;
  return context.unwrapResult(context.evalCode(code));
}
