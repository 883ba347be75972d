// IP networks in CIDR notation.
import { isIPv4, isIPv6 } from "node:net";
import { EvaluationError, toNumber, toText, UnresolvedError } from "../value";
import { type FunctionTable, takes, takesAll } from "./define";

export const networkFunctions: FunctionTable = {
  cidrhost: takes(2, 2, ([prefix, number]) => {
    const network = toNetwork(toText(prefix));
    const host = BigInt(toNumber(number));
    const size = sizeOf(network, network.length);
    if (host >= size || -host > size) {
      throw new EvaluationError(`cidrhost finds no host ${host} in ${toText(prefix)}`);
    }
    return addressText(network.first + (host < 0n ? size + host : host), network.bits);
  }),
  cidrnetmask: takes(1, 1, ([prefix]) => {
    const network = toNetwork(toText(prefix));
    if (network.bits === 128) throw new EvaluationError("cidrnetmask is for IPv4 only");
    return addressText(2n ** 32n - sizeOf(network, network.length), 32);
  }),
  cidrsubnet: takes(3, 3, ([prefix, newBits, number]) => {
    const network = toNetwork(toText(prefix));
    const length = longer(network, toNumber(newBits), 0);
    const index = BigInt(toNumber(number));
    if (index < 0n || index >= 2n ** BigInt(length - network.length)) {
      throw new EvaluationError(`cidrsubnet finds no network ${index} in ${toText(prefix)}`);
    }
    const first = network.first + index * sizeOf(network, length);
    return `${addressText(first, network.bits)}/${length}`;
  }),
  cidrsubnets: takesAll(1, ([prefix = "", ...newBits]) => {
    const network = toNetwork(toText(prefix));
    const end = network.first + sizeOf(network, network.length);
    let next = network.first;
    return newBits.map((bits) => {
      const length = longer(network, toNumber(bits), 1);
      const size = sizeOf(network, length);
      const first = ((next + size - 1n) / size) * size;
      next = first + size;
      if (next > end) throw new EvaluationError(`cidrsubnets leaves ${toText(prefix)}`);
      return `${addressText(first, network.bits)}/${length}`;
    });
  }),
};

interface Network {
  readonly first: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

function toNetwork(prefix: string): Network {
  const [, address = "", digits = ""] = /^([^/]+)\/(\d+)$/.exec(prefix) ?? [];
  // Terraform still takes the zeros in front that "010.0.0.0" has.
  const decimal = address.includes(":") ? address : address.replace(/\b0+(?=\d)/g, "");
  const bits = isIPv4(decimal) ? 32 : 128;
  const length = Number(digits);
  if (length > bits || !(isIPv4(decimal) || isIPv6(decimal))) {
    throw new EvaluationError(`a network such as "10.0.0.0/16" is needed, got "${prefix}"`);
  }
  const size = 2n ** BigInt(bits - length);
  return { first: (addressNumber(decimal) / size) * size, length, bits };
}

function longer({ length, bits }: Network, newBits: number, least: number): number {
  const found = length + newBits;
  if (Number.isInteger(newBits) && newBits >= least && found <= bits) return found;
  throw new EvaluationError(`a network of /${length} cannot be made longer by ${newBits} bits`);
}

/** How many addresses a network of this length has. */
function sizeOf({ bits }: Network, length: number): bigint {
  return 2n ** BigInt(bits - length);
}

function addressNumber(address: string): bigint {
  if (!address.includes(":")) {
    return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  }
  if (/[.%]/.test(address)) {
    throw new UnresolvedError(`the address ${address} is not supported`);
  }
  const [before = [], after] = address
    .split("::")
    .map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - before.length - (after?.length ?? 0) }, () => "0");
  const groups = [...before, ...(after === undefined ? [] : [...zeros, ...after])];
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function addressText(address: bigint, bits: 32 | 128): string {
  const [count, width] = bits === 32 ? [4, 8n] : [8, 16n];
  const parts = Array.from({ length: count }, (_, index) =>
    Number((address >> (BigInt(count - 1 - index) * width)) & (2n ** width - 1n)),
  );
  return bits === 32 ? parts.join(".") : shortened(parts.map((part) => part.toString(16)));
}

/** RFC 5952: `::` stands for the first of the longest runs of two or more zeros. */
function shortened(groups: readonly string[]): string {
  const text = groups.join(":");
  const runs = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)];
  const [longest] = runs.sort((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return text;
  const end = longest.index + longest[0].length;
  return `${text.slice(0, longest.index).replace(/:$/, "")}::${text.slice(end).replace(/^:/, "")}`;
}
