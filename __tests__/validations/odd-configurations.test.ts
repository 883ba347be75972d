import type { Json, SynthesizedStack } from "../../synthesized/stack";
import { lint } from "../../validations/lint";
import { readDocument } from "../../validations/read-document";
import { baseStack } from "./support/base-stack";

const ODD: readonly Json[] = [
  null,
  0,
  "",
  "${x",
  "${var.x}",
  true,
  [],
  [null],
  [[]],
  {},
  { a: [] },
];

type Path = readonly string[];

function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function replaced(value: Json, [key, ...rest]: Path, odd: Json): Json {
  if (key === undefined) return odd;
  const copy = structuredClone(value) as Record<string, Json>;
  copy[key] = replaced(copy[key] ?? null, rest, odd);
  return copy;
}

describe("an odd value anywhere in a configuration", () => {
  const stack = baseStack as unknown as Json;
  const paths = pathsOf(stack).filter((path) => path.length > 0);

  it.each(ODD.map((odd) => [JSON.stringify(odd), odd] as const))(
    "%s never breaks a rule",
    (_, odd) => {
      // Every path meets some of the values, every value some of the paths.
      const turn = ODD.indexOf(odd) % 3;
      const broken = paths.flatMap((path, at) => {
        if (at % 3 !== turn) return [];
        let read: SynthesizedStack;
        try {
          read = readDocument(JSON.stringify(replaced(stack, path, odd)));
        } catch {
          return []; // Refused before any rule sees it.
        }
        try {
          lint(read);
          return [];
        } catch (error) {
          return [
            `${path.join(".")}: ${(error as Error).stack?.split("\n").slice(0, 3).join(" ")}`,
          ];
        }
      });
      expect(broken).toEqual([]);
    },
  );
});
