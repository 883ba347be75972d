import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { erroredStateStep, erroredStates } from "../../cli/errored-state";

describe("a state that Terraform could not save", () => {
  it("is found and named, with the command that saves it", () => {
    const output = mkdtempSync(join(tmpdir(), "errored-"));
    const file = join(output, "stacks", "spa-api", "errored.tfstate");
    mkdirSync(join(output, "stacks", "spa-api"), { recursive: true });
    mkdirSync(join(output, "stacks", "state"));
    writeFileSync(file, "{}");
    expect(erroredStates(output)).toEqual([file]);
    expect(erroredStateStep(erroredStates(output))).toContain(
      `(cd ${join(output, "stacks", "spa-api")} && terraform state push errored.tfstate`,
    );
    rmSync(output, { recursive: true });
  });

  it("is not spoken of when there is none", () => {
    expect(erroredStates("no-such-folder")).toEqual([]);
    expect(erroredStateStep([])).toBeUndefined();
  });
});
