import { OPTIONAL_STACKS } from "../../../stacks/settings/optional-stacks";
import { SAMPLES } from "../../support/sample-settings";

describe("OPTIONAL_STACKS", () => {
  it("are those with samples, without what is always there", () => {
    const always = ["state", "spa-api", "operations"];
    expect(Object.keys(OPTIONAL_STACKS).sort()).toEqual(
      SAMPLES.filter((sample) => !always.includes(sample)),
    );
  });
});
