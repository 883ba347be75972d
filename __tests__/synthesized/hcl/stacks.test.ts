import { parse } from "@cdktf/hcl2json";
import { App, TerraformStack, Testing } from "cdktf";
import { defineStacks } from "../../../stacks/define-stacks";
import { readSettings } from "../../../stacks/settings";
import { toHcl } from "../../../synthesized/hcl/to-hcl";
import { normalise } from "../../support/normalise";

function stacks(env: Readonly<Record<string, string>>): (readonly [string, string])[] {
  const app = Testing.stubVersion(new App({ stackTraces: false }));
  defineStacks(app, readSettings(env));
  return app.node.children
    .filter(TerraformStack.isStack)
    .map((stack) => [stack.node.id, JSON.stringify(stack.toTerraform())] as const);
}

describe.each<Readonly<Record<string, string>>>([
  {},
  { STATE_BACKEND: "local" },
  { STATE_BACKEND: "cloud", TF_CLOUD_ORGANIZATION: "acme" },
])("with the settings %j", (env) => {
  it.each(stacks(env))("the HCL of %s is the same configuration", async (_, json) => {
    const hcl = toHcl(JSON.parse(json));
    expect(normalise(await parse("main.tf", hcl))).toEqual(normalise(JSON.parse(json)));
  });
});
