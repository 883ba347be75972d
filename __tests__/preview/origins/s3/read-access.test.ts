import { completeOptions } from "../../../../preview/origins/emulation";
import { readBuckets } from "../../../../preview/origins/s3/bucket";
import type { Block, BlocksByType } from "../../../../synthesized/stack";

const ANYBODY = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const emulation = completeOptions({ stackFolder: ".", region: "eu-west-1", accountId: "1" });
const warnings = (resource: BlocksByType, bucket: Block = {}) =>
  readBuckets(
    { resource: { aws_s3_bucket: { site: { bucket: "site", ...bucket } }, ...resource } },
    emulation,
  ).flatMap((one) => one.warnings);
const policy = (statement: object) => ({
  aws_s3_bucket_policy: {
    site: { bucket: "site", policy: JSON.stringify({ Statement: statement }) },
  },
});
const unblocked = { aws_s3_bucket_public_access_block: { site: { bucket: "site" } } };

const blocked = (setting: string) => ({
  aws_s3_bucket_public_access_block: { site: { bucket: "site", [setting]: true } },
});

describe("a policy that AWS refuses because public policies are blocked", () => {
  it("is named at the start", () => {
    const refused = /^aws_s3_bucket_policy\.site grants something to everybody, which AWS refuses/;
    const more = blocked("block_public_policy");
    expect(warnings({ ...policy(ANYBODY), ...more })).toEqual([expect.stringMatching(refused)]);
  });

  it("is named, too, where only a bucket that is made today blocks them", () => {
    expect(warnings(policy(ANYBODY))).toEqual([
      expect.stringMatching(/^aws_s3_bucket_policy\.site .*a bucket that is made today refuses/),
    ]);
  });

  it("is named, too, where the bucket itself has it", () => {
    const own = { policy: JSON.stringify({ Statement: ANYBODY }) };
    expect(warnings({}, own)).toEqual([expect.stringMatching(/^aws_s3_bucket\.site grants/)]);
  });

  it("is none when it is not public, or when the stack unblocks the bucket", () => {
    const service = { Principal: { Service: "cloudfront.amazonaws.com" } };
    expect(warnings(policy({ ...ANYBODY, ...service }))).toEqual([]);
    expect(warnings({ ...policy(ANYBODY), ...unblocked })).toEqual([]);
  });
});

describe("a public access control list without effect", () => {
  const aws_s3_object = { open: { bucket: "site", key: "a", content: "", acl: "public-read" } };
  const rule = [{ object_ownership: "BucketOwnerPreferred" }];
  const aws_s3_bucket_ownership_controls = { site: { bucket: "site", rule } };

  it("is named at the start, with what stands against it", () => {
    const enforced = [{ object_ownership: "BucketOwnerEnforced" }];
    const disabled = { site: { bucket: "site", rule: enforced } };
    expect(warnings({ aws_s3_object, aws_s3_bucket_ownership_controls: disabled })).toEqual([
      expect.stringMatching(/^aws_s3_object\.open: acl "public-read" .*lists are disabled/),
    ]);
    const more = blocked("ignore_public_acls");
    expect(warnings({ aws_s3_object, aws_s3_bucket_ownership_controls, ...more })).toEqual([
      expect.stringMatching(/^aws_s3_object\.open: .*public ones are blocked/),
    ]);
  });

  it("is named where only a bucket that is made today has none", () => {
    const refused = /^aws_s3_object\.open: .*a bucket that is made today/;
    expect(warnings({ aws_s3_object })).toEqual([expect.stringMatching(refused)]);
    expect(warnings({ aws_s3_object, aws_s3_bucket_ownership_controls })).toEqual([
      expect.stringMatching(refused),
    ]);
  });

  it("is none when the stack enables and unblocks it", () => {
    expect(warnings({ aws_s3_object, aws_s3_bucket_ownership_controls, ...unblocked })).toEqual([]);
  });
});
