import { lostReasonStep } from "../../cli/lost-reason";

const FAILED = "state  Invoking Terraform CLI failed with exit code 1\n";

it("says how to see a reason that cdktf did not pass on", () => {
  expect(lostReasonStep(FAILED, "deploy", "spa-api")).toContain(
    "(cd cdktf.out/stacks/spa-api && terraform plan)",
  );
  expect(lostReasonStep(FAILED, "destroy", "state")).toContain(
    "(cd cdktf.out/stacks/state && terraform plan -destroy)",
  );
});

it.each([
  ["Terraform's reason is there", `│ Error: Instance cannot be destroyed\n${FAILED}`],
  ["Terraform did not fail", "Error running command\n"],
])("says nothing when %s", (_when, output) => {
  expect(lostReasonStep(output, "deploy", "spa-api")).toBeUndefined();
});
