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
    [
      "a bucket of one's own",
      output.BUCKET_OWNED,
      /one-origin-terraform-state is taken.*If it is your state bucket.*go on with/s,
    ],
    ["a missing permission", output.NOT_AUTHORIZED, /lack the permission s3:CreateBucket/],
    ["a refusal without a reason", output.ACCESS_DENIED, /aws sts get-caller-identity/],
    ["no terraform on the machine", output.NO_TERRAFORM, /not installed/],
    ["no way to the registry", output.NO_REGISTRY, /HTTPS_PROXY/],
    ["no checksums from the registry", output.NO_CHECKSUMS, /add --skip-provider-lock$/],
    [
      "a record that exists",
      output.RECORD_EXISTS,
      /^www\.example\.com has .* type A .*REPLACE_RECORDS=on/s,
    ],
    ["a CNAME in the way", output.RECORD_IS_CNAME, /^www\.example\.com is a CNAME, .*Delete it/s],
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

  it("names each bucket that has files, and how to empty it with its old versions", () => {
    const [one, other] = [
      "one-origin-dev-a-logs-20261121034517224900000001",
      "one-origin-dev-b-logs-20261121034633074100000001",
    ];
    expect(nextStep(output.BUCKETS_NOT_EMPTY)).toBe(
      `Terraform deletes no logs, and files are left in:
  ${one}
  ${other}
Copy what you want to keep: aws s3 sync s3://BUCKET FOLDER
Then empty it with its old versions, which "aws s3 rm" would leave, and destroy again. To empty it,
choose Empty in the S3 console, or run this; "MalformedXML" says that nothing is left:
  for bucket in ${one} ${other}; do
    while aws s3api delete-objects --bucket $bucket --delete "$(
      aws s3api list-object-versions --bucket $bucket --max-items 500 --output json \\
        --query '{Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}}'
    )" --query Errors --output text | tee /dev/stderr | grep -qx None; do :; done
  done`,
    );
  });

  it("says nothing about what it does not know", () => {
    expect(nextStep("Error: Invalid index")).toBeUndefined();
  });
});
