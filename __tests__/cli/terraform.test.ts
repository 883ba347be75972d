import { requireTerraform } from "../../cli/terraform";

describe("requireTerraform", () => {
  it("is content with any program of that name; cdktf asks for its version", () => {
    expect(() => requireTerraform({ TERRAFORM_BINARY_NAME: process.execPath })).not.toThrow();
  });

  it("says where to get it, and what works without it", () => {
    expect(() => requireTerraform({ PATH: "" })).toThrow(
      /Install 1.10 or newer:\n {2}https:.*\n.*npm start/,
    );
  });
});
