import { nextStep } from "../../cli/next-step";
import * as output from "./terraform-output";

describe("nextStep", () => {
  it.each([
    ["no credentials", output.NO_CREDENTIALS, /AWS_PROFILE/],
    ["a profile that does not exist", output.NO_PROFILE, /AWS_PROFILE/],
    ["credentials that have expired", output.EXPIRED, /aws sso login/],
    [
      "a missing state bucket",
      output.NO_STATE_BUCKET,
      /npm run deploy -- state\nor set STATE_BUCKET/,
    ],
    ["a bucket name of someone else", output.BUCKET_TAKEN, /name taken is taken.*FRONTEND_BUCKET/s],
    ["a bucket of one's own", output.BUCKET_OWNED, /one-origin-terraform-state is taken/],
    ["a missing permission", output.NOT_AUTHORIZED, /lack the permission s3:CreateBucket/],
    ["a refusal without a reason", output.ACCESS_DENIED, /aws sts get-caller-identity/],
    ["no terraform on the machine", output.NO_TERRAFORM, /not installed/],
    ["no way to the registry", output.NO_REGISTRY, /HTTPS_PROXY/],
    ["no checksums from the registry", output.NO_CHECKSUMS, /add --skip-provider-lock$/],
    ["a state that is elsewhere", output.OTHER_BACKEND, /--migrate-state/],
  ])("helps with %s", (_, said, step) => {
    expect(nextStep(said)).toMatch(step);
  });

  it("says who holds the lock and since when, and how to break it in the stack's folder", () => {
    expect(nextStep(output.LOCKED)).toBe(
      `Another run holds the lock of this state: apply by ci@runner, since 2026-11-21 00:01:02.123456 +0000 UTC.
Wait until it ends, then try again. Only when you are sure that it is dead:
  (cd cdktf.out/stacks/spa-api && terraform force-unlock b1d4e5f6-1111-2222-3333-444455556666)`,
    );
  });

  it("says nothing about what it does not know", () => {
    expect(nextStep("Error: Invalid index")).toBeUndefined();
  });
});
