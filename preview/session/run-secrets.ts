import { randomBytes } from "node:crypto";
import {
  type Block,
  dataOfType,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";

// One secret per address and run: a session that takes over must know the same ones.
const known = new Map<string, string>();

/**
 * Values for what a stack leaves to chance because it is secret, by `address.attribute`. They are
 * random, so that no value that can be guessed stands in for a secret.
 */
export function runSecrets(stack: SynthesizedStack): Record<string, string> {
  const places = [
    ...single(resourcesOfType(stack, "random_password"), "result", "length"),
    ...single(
      dataOfType(stack, "aws_secretsmanager_random_password"),
      "random_password",
      "password_length",
    ),
  ];
  return Object.fromEntries([
    ...places.map(([place, length]) => [place, secretOf(place, length)]),
    ...resourcesOfType(stack, "random_bytes").filter(isSingle).flatMap(encodings),
  ]);
}

/** The same bytes in both encodings that the resource has. */
function encodings({ address, config }: Resource): (readonly [string, string])[] {
  const bytes = Buffer.from(secretOf(address, lengthOf(config, "length")));
  return (["base64", "hex"] as const).map((name) => [`${address}.${name}`, bytes.toString(name)]);
}

function isSingle({ config }: Resource): boolean {
  return config.count === undefined && config.for_each === undefined;
}

function single(resources: readonly Resource[], attribute: string, lengthName: string) {
  return resources
    .filter(isSingle)
    .map(
      ({ address, config }) => [`${address}.${attribute}`, lengthOf(config, lengthName)] as const,
    );
}

function lengthOf(config: Block, name: string): number {
  const length = Number(config[name] ?? 32);
  return Number.isInteger(length) && length > 0 && length <= 4096 ? length : 32;
}

function secretOf(place: string, length: number): string {
  const secret =
    known.get(`${place} ${length}`) ??
    randomBytes(length)
      .toString("base64")
      .replace(/[^A-Za-z0-9]/g, "x")
      .slice(0, length);
  known.set(`${place} ${length}`, secret);
  return secret;
}
