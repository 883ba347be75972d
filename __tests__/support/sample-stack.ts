// The stacks as they are shipped, synthesized from the sample settings.
import { App, type TerraformStack, Testing } from "cdktf";
import { defineStacks } from "../../stacks/define-stacks";
import { readSettings } from "../../stacks/settings";
import type { Json, SynthesizedStack } from "../../synthesized/stack";
import { sampleVariables } from "./sample-settings";

/** Every stack that some variables ask for, by id. Nothing is written. */
export function definedStacks(
  variables: Readonly<Record<string, string>>,
): Readonly<Record<string, TerraformStack>> {
  const app = Testing.stubVersion(new App({ outdir: "cdktf.out", stackTraces: false }));
  defineStacks(app, readSettings(variables));
  const stacks = app.node.children as TerraformStack[];
  return Object.fromEntries(stacks.map((stack) => [stack.node.id, stack]));
}

/** One stack with the variables of its sample, some of them changed. */
export function sampleStack(id: string, changes: Record<string, string> = {}): SynthesizedStack {
  return JSON.parse(Testing.synth(defined(id, changes))) as SynthesizedStack;
}

/** What stands below `//` of a resource of that stack. */
export function sampleComment(
  id: string,
  address: string,
  changes: Record<string, string> = {},
): Json | undefined {
  const [type = "", name = ""] = address.split(".");
  const stack = defined(id, changes).toTerraform() as SynthesizedStack;
  return stack.resource?.[type]?.[name]?.["//"];
}

function defined(id: string, changes: Record<string, string>): TerraformStack {
  const stack = definedStacks({ ...sampleVariables("state"), ...sampleVariables(id), ...changes })[
    id
  ];
  if (stack === undefined) throw new Error(`the settings ask for no stack ${id}`);
  stack.prepareStack();
  return stack;
}

/** A stack without what its files alone decide, so that a snapshot stays when a file changes. */
export function withoutFiles(stack: SynthesizedStack): unknown {
  const text = JSON.stringify(stack, (key, value) => {
    if (key === "aws_s3_object") return undefined;
    if (key === "source_code_hash" || key === "code") return `(${key})`;
    return value;
  });
  return JSON.parse(text.replace(/assets\/([\w-]+)\/[0-9A-F]{32}\/\w+\.zip/g, "(the zip of $1)"));
}

/** The values of a stack's outputs. */
export function outputs(stack: SynthesizedStack): Record<string, Json | undefined> {
  return Object.fromEntries(
    Object.entries(stack.output ?? {}).map(([name, { value }]) => [name, value]),
  );
}
