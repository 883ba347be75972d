import { readSettings } from "../../../stacks/settings";

describe("a settings file with Windows line ends", () => {
  it.each([
    ["AWS_REGION", "eu-west-1"],
    ["SITE_DIR", "assets/site"],
    ["ORIGIN_LOCK", "a"],
    ["HTTPS_ORIGINS", "docs/settings/https-origins.json"],
  ])("is refused at %s, with what to do", (name, value) => {
    expect(() => readSettings({ [name]: `${value}\r` })).toThrow(
      `${name} ends with a line end, got "${value}\\r"; save the file that sets it with Unix line ends: sed -i 's/\\r$//' FILE`,
    );
  });

  it("is none of the settings' business in a variable that is no setting", () => {
    expect(readSettings({ OTHER: "x\r" }).region).toBe("us-east-1");
  });
});
