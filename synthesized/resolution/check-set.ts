// Refuses supplied values for what the stack does not have: a typing mistake would go unnoticed.
import type { Json, SynthesizedStack } from "../stack";
import type { Expansion } from "./graph";
import { dotted } from "./paths";

/**
 * Checks that every supplied value belongs to something in the stack.
 *
 * @throws for the first that does not
 */
export function checkSet(
  set: { readonly [path: string]: Json },
  stack: SynthesizedStack,
  expansions: readonly Expansion[],
): void {
  const paths = Object.keys(set);
  if (paths.length === 0) return;
  const addresses = [
    ...expansions.flatMap(({ instances }) => instances.map(({ instance }) => instance.address)),
    ...Object.keys(stack.variable ?? {}).map((name) => `var.${name}`),
    ...Object.keys(stack.locals ?? {}).map((name) => `local.${name}`),
    ...modulesIn(stack).map((name) => `module.${name}`),
  ];
  for (const path of paths) {
    const isKnown = addresses.some((address) => isAtOrBelow(dotted(path), dotted(address)));
    if (isKnown) continue;
    throw new Error(
      `--set names "${path}", which the stack does not define; write ADDRESS.ATTRIBUTE=VALUE with one of: ${choices(path, addresses).join(", ")}`,
    );
  }
}

/** How many addresses a reader looks through. */
const MOST = 10;

/** What the user may have meant: every address, or those of the same type, or the types. */
function choices(path: string, addresses: readonly string[]): readonly string[] {
  if (addresses.length <= MOST) return addresses;
  const alike = addresses.filter((address) => typeOf(address) === typeOf(path));
  if (alike.length > 0) return alike;
  return [...new Set(addresses.map((address) => `${typeOf(address)}.NAME`))];
}

function typeOf(path: string): string {
  return /^(?:data\.)?[^.]*/.exec(path)?.[0] ?? path;
}

/** The names of the modules that a stack calls. */
export function modulesIn(stack: SynthesizedStack): string[] {
  return Object.keys((stack as { readonly module?: object }).module ?? {});
}

function isAtOrBelow(path: string, address: string): boolean {
  return path.startsWith(`${address}.`) || (path === address && /^(var|local)\./.test(address));
}
