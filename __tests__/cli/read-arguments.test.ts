import { readStackArguments, stacksAmong } from "../../cli/read-arguments";

describe("readStackArguments", () => {
  it("reads stacks and a file", () => {
    expect(readStackArguments(["a", "--config", "f.json"])).toEqual({
      stacks: ["a"],
      config: "f.json",
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
