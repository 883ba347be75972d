import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, isBlock, type Json, type SynthesizedStack } from "../../synthesized/stack";
import { lint } from "../../validations/lint";
import { baseStack } from "./support/base-stack";
import { mutate, type Patch } from "./support/mutate";

// The same configuration, written with loops: what is found must be the same.
const LOOPS: Readonly<Record<string, { readonly loop: Block; readonly key: string }>> = {
  count: { loop: { count: 1 }, key: "[0]" },
  for_each: { loop: { for_each: '${toset(["one"])}' }, key: '["one"]' },
};

const BLOCKS = ["origin", "ordered_cache_behavior", "custom_error_response"];

function looped(stack: SynthesizedStack, { loop, key }: { loop: Block; key: string }) {
  const withKeys = (value: Json): Json => {
    if (typeof value === "string") {
      return value.replace(/(?<![\w.])(aws_[a-z0-9_]+\.\w+)(?=\.\w|\})/g, `$1${key}`);
    }
    if (Array.isArray(value)) return value.map(withKeys);
    return isBlock(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withKeys(one)]))
      : value;
  };
  const resource = Object.entries(stack.resource ?? {}).map(([type, byName]) => [
    type,
    Object.fromEntries(
      Object.entries(byName).map(([name, { "//": comment, ...config }]) => [
        name,
        { ...(withKeys(config) as Block), ...loop, ...(comment ? { "//": comment } : {}) },
      ]),
    ),
  ]);
  return { ...stack, resource: Object.fromEntries(resource) };
}

/** The distribution with the blocks of each kind in a `dynamic` block each. */
function generated(stack: SynthesizedStack): SynthesizedStack {
  const byName = stack.resource?.aws_cloudfront_distribution ?? {};
  const rewritten = Object.entries(byName).map(([name, config]) => {
    const kinds = Object.keys(config).filter((kind) => BLOCKS.includes(kind));
    const rest = Object.entries(config).filter(([kind]) => !kinds.includes(kind));
    const dynamic = kinds.map((kind) => [
      kind,
      [config[kind]].flat().map((content) => ({ for_each: [1], content })),
    ]);
    return [name, { ...Object.fromEntries(rest), dynamic: Object.fromEntries(dynamic) }];
  });
  const distributions = { aws_cloudfront_distribution: Object.fromEntries(rewritten) };
  return { ...stack, resource: { ...stack.resource, ...distributions } };
}

const FOLDER = join(__dirname, "corpus");
const changes = readdirSync(FOLDER).map((file): [string, Patch] => [
  file.replace(/\.json$/, ""),
  JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Patch,
]);

const found = (stack: SynthesizedStack, key = "") => {
  const { findings, unknown } = lint(stack);
  const places = findings.map(({ rule, finding: { address, part = "" } }) =>
    [rule.id, address.replace(key, ""), part].join(" "),
  );
  return { findings: places, unknown: unknown.map(({ rule }) => rule.id) };
};

describe.each(["good", ...changes.map(([id]) => id)])("the %s configuration", (id) => {
  const stack = mutate(baseStack, changes.find(([name]) => name === id)?.[1] ?? {});

  it.each(Object.keys(LOOPS))("has the same findings when each resource has a %s", (name) => {
    const { loop = {}, key = "" } = LOOPS[name] ?? {};
    expect(found(looped(stack, { loop, key }), key)).toEqual(found(stack));
  });

  it("has the same findings when its origins and behaviors are generated", () => {
    expect(found(generated(stack))).toEqual(found(stack));
  });
});
