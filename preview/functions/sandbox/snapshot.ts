import type { WasmMemory } from "./memory";

const PAGE_BYTES = 64 * 1024;
/** Runs of at least so many zero pages are left out. */
const LONG_RUN_PAGES = 16;
/** Zero pages next to used ones are kept: they may hold variables that are still zero. */
const MARGIN_PAGES = 4;

/**
 * Remembers a memory and gives a function that sets it back.
 *
 * QuickJS keeps all of its state there. Long runs of zero pages are the stack that nothing has used yet,
 * of which a run reads nothing but what it wrote, and the memory that no function may use.
 */
export function takeSnapshot({ buffer }: WasmMemory): () => void {
  const current = new Uint8Array(buffer);
  const copies = usedRanges(current).map(
    ([start, end]) => [start, current.slice(start, end)] as const,
  );
  return () => {
    for (const [start, copy] of copies) current.set(copy, start);
  };
}

/** The ranges between the long runs of zeros in whole pages; what is zero up to the end of the memory is left out, too. */
export function usedRanges(bytes: Uint8Array): readonly (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = [];
  let rangeStart = 0;
  let zeros = 0;
  const pages = bytes.length / PAGE_BYTES;
  for (let page = 0; page <= pages; page += 1) {
    const isEnd = page === pages;
    if (!isEnd && isZero(bytes, page)) {
      zeros += 1;
      continue;
    }
    if (zeros >= LONG_RUN_PAGES || (isEnd && zeros > 0)) {
      const margin = isEnd ? 0 : MARGIN_PAGES;
      ranges.push([rangeStart * PAGE_BYTES, (page - zeros + margin) * PAGE_BYTES]);
      rangeStart = page - margin;
    }
    zeros = 0;
  }
  if (rangeStart < pages) ranges.push([rangeStart * PAGE_BYTES, bytes.length]);
  return ranges;
}

function isZero(bytes: Uint8Array, page: number): boolean {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + page * PAGE_BYTES, PAGE_BYTES / 4);
  for (let at = 0; at < words.length; at += 1) if (words[at] !== 0) return false;
  return true;
}
