import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import { addresses, synthesize } from "../support/synth";

const nested = (scope: Construct, ...ids: string[]) =>
  ids.reduce<Construct>((parent, id) => new Construct(parent, id), scope);

describe("ShortAddressStack", () => {
  it("joins lower-case ids and leaves PascalCase ids out", () => {
    const stack = synthesize((scope) => {
      new S3Bucket(nested(scope, "Api", "frontend", "Inner", "site"), "Resource");
    });
    expect(addresses(stack)).toEqual(["aws_s3_bucket.frontend_site"]);
  });

  it("gives the same addresses in any order of definition", () => {
    const define = (ids: string[]) =>
      addresses(synthesize((scope) => ids.map((id) => new S3Bucket(scope, id))));
    expect(define(["one", "two"])).toEqual(define(["two", "one"]));
  });

  it("refuses two resources of one type with one address and names both", () => {
    expect(() =>
      synthesize((scope) => {
        new S3Bucket(nested(scope, "site"), "Resource");
        new S3Bucket(nested(scope, "Other", "site"), "Resource");
      }),
    ).toThrow(
      'the address "site" is taken by test/site/Resource; give one of the two another lower-case id (at test/Other/site/Resource)',
    );
  });

  it("refuses a resource whose ids give no name", () => {
    expect(() => synthesize((scope) => new S3Bucket(scope, "Bucket"))).toThrow(
      /a Terraform name starts with a lower-case letter .*, got "" \(at Bucket\)/,
    );
  });
});
