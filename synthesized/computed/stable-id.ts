// Ids that look like AWS's and are the same in every run.
import { createHash } from "node:crypto";

const LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Characters of `[0-9a-z]` that follow from a seed such as a resource address. */
export function stableId(seed: string, length: number): string {
  let number = BigInt(`0x${createHash("sha512").update(seed).digest("hex")}`);
  let id = "";
  while (id.length < length) {
    id += LOWER[Number(number % 36n)];
    number /= 36n;
  }
  return id;
}

/** Hexadecimal digits that follow from a seed; at most 128. */
export function stableHex(seed: string, length: number): string {
  return createHash("sha512").update(seed).digest("hex").slice(0, length);
}

/** A UUID that follows from a seed. */
export function stableUuid(seed: string): string {
  const hex = stableHex(seed, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
