import { unknownStack, unknownStackStep } from "../../cli/unknown-stack";

const known = ["spa-api", "state"];

describe("unknownStack", () => {
  it("names the stacks there are", () => {
    expect(unknownStack("spa", known)).toBe(
      'there is no stack "spa"; the stacks are: spa-api, state',
    );
  });

  it("names the settings of a stack that has none", () => {
    expect(unknownStack("https-origin", known)).toMatch(
      /^the stack "https-origin" has no settings.*\nTo have it, set HTTPS_ORIGINS, .*\n {2}set -a;/,
    );
  });
});

describe("unknownStackStep", () => {
  it.each([
    "Error: Usage Error: Could not find stack for pattern 'spa'",
    "Error: Usage Error: Could not find stack: spa\n",
  ])("follows %s", (output) => {
    expect(unknownStackStep(output, () => known)).toBe(unknownStack("spa", known));
  });

  it("follows nothing else", () => {
    expect(unknownStackStep("Error: no credentials", () => known)).toBeUndefined();
  });
});
