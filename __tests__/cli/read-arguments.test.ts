import { readStackArguments, stacksAmong } from "../../cli/read-arguments";

describe("readStackArguments", () => {
  it("reads stacks, or a configuration with files of variables", () => {
    expect(readStackArguments(["a", "b"])).toEqual({ stacks: ["a", "b"], config: undefined });
    expect(readStackArguments(["--config", "infra", "--var-file", "p.tfvars"])).toEqual({
      stacks: [],
      config: { configFile: "infra", variableFiles: ["p.tfvars"] },
    });
  });

  it("names an option that does not exist", () => {
    expect(() => readStackArguments(["--nope"])).toThrow(
      `unknown option '--nope'; "npm run help" lists the options`,
    );
  });
});

describe("stacksAmong", () => {
  it.each([
    [
      ["state", "spa-api"],
      ["state", "spa-api"],
    ],
    [["spa-api", "--auto-approve"], ["spa-api"]],
    [["--outputs-file", "out.json", "-o", "cdktf.out"], []],
    [["--var", "a=b", "spa-*"], ["spa-*"]],
  ])("of %j are %j", (args, stacks) => {
    expect(stacksAmong(args)).toEqual(stacks);
  });
});
