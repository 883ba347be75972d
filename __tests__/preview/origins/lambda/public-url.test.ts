import { providerGrantsPublicUrls } from "../../../../preview/origins/lambda/public-url";

describe("the AWS provider", () => {
  it.each([
    ["6.25.0", false],
    ["= 6.27.0", false],
    ["~> 6.27.0", false],
    ["~> 5.100", false],
    [">= 5.0, < 6.0", false],
    ["< 6.28.0", false],
    ["<= 6.28.0", true],
    ["6.28.0", true],
    ["~> 6.28.1", true],
    ["~> 6.0", true],
    ["~> 7.1", true],
    [">= 5.0", true],
    [">= 5.0, != 6.28.0", true],
    [undefined, true],
  ])("with the constraint %s grants a public function URL by itself: %s", (version, expected) => {
    const aws = { source: "aws", ...(version === undefined ? {} : { version }) };
    expect(providerGrantsPublicUrls({ terraform: { required_providers: { aws } } })).toBe(expected);
  });

  it("grants it when the stack names no provider", () => {
    expect(providerGrantsPublicUrls({})).toBe(true);
  });
});
