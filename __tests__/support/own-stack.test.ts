import { readFileSync } from "node:fs";
import { Testing } from "cdktf";
import type { SynthesizedStack } from "../../synthesized/stack";
import { lint } from "../../validations/lint";
import { ShopStack } from "./own-stack";
import { testSettings } from "./settings";

describe("the stack of one's own in the README", () => {
  it("is the one that is tested here", () => {
    const source = readFileSync("__tests__/support/own-stack.ts", "utf8")
      .replace('"../../modules"', '"../modules"')
      .replaceAll('"../../stacks/', '"./');
    expect(readFileSync("README.md", "utf8")).toContain(`\`\`\`ts\n${source}\`\`\``);
  });

  it("synthesizes without a finding", () => {
    const stack = new ShopStack(Testing.app(), "shop", testSettings());
    const synthesized = JSON.parse(Testing.synth(stack)) as SynthesizedStack;
    expect(lint(synthesized).findings).toEqual([]);
  });
});
