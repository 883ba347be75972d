import { decide } from "../../../../preview/origins/iam/decide";
import { readPolicy } from "../../../../preview/origins/iam/policy-document";

const decision = (statements: object | readonly object[], context: Record<string, string> = {}) =>
  decide(readPolicy({ Statement: statements }) ?? [], {
    principals: { AWS: ["arn:aws:iam::1:user/a"] },
    action: "s3:GetObject",
    resource: "arn:aws:s3:::site/a/b",
    context,
  });
const allow = (more: object = {}) => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "*",
  ...more,
});

describe("a policy", () => {
  it("denies implicitly what no statement names", () => {
    expect(decision(allow({ Action: "s3:PutObject" }))).toBe("implicit-deny");
  });

  it("lets an explicit deny win over an allow", () => {
    expect(decision([allow(), allow({ Effect: "Deny" })])).toBe("explicit-deny");
  });

  it.each([
    [{ Action: "s3:Get*" }, "allow"],
    [{ Action: "S3:GETOBJECT" }, "allow"],
    [{ Action: ["s3:List*", "s3:?etObject"] }, "allow"],
    [{ Resource: "arn:aws:s3:::site/*" }, "allow"],
    [{ Resource: "arn:aws:s3:::SITE/*" }, "implicit-deny"],
    [{ Resource: "arn:aws:s3:::site" }, "implicit-deny"],
    [{ Action: undefined, NotAction: "s3:Put*" }, "allow"],
    [{ Resource: undefined, NotResource: "arn:aws:s3:::site/*" }, "implicit-deny"],
    [{ Principal: "*" }, "allow"],
    [{ Principal: { AWS: "*" } }, "allow"],
    [{ Principal: { AWS: "arn:aws:iam::1:user/a" } }, "allow"],
    [{ Principal: { AWS: "arn:aws:iam::1:user/b" } }, "implicit-deny"],
    [{ Principal: { Service: "cloudfront.amazonaws.com" } }, "implicit-deny"],
    [{ NotPrincipal: { AWS: "arn:aws:iam::1:user/a" } }, "implicit-deny"],
  ])("with %j says %s", (more, expected) => {
    expect(decision(allow(more))).toBe(expected);
  });

  it.each([
    [{ StringEquals: { "AWS:SourceArn": "x" } }, { "aws:sourcearn": "x" }, "allow"],
    [{ StringEquals: { "aws:SourceArn": ["y", "x"] } }, { "aws:sourcearn": "x" }, "allow"],
    [{ StringEquals: { "aws:SourceArn": "x" } }, {}, "implicit-deny"],
    [{ StringEqualsIfExists: { "aws:SourceArn": "x" } }, {}, "allow"],
    [{ StringNotEquals: { "aws:SourceArn": "x" } }, {}, "allow"],
    [
      { StringNotEquals: { "aws:SourceArn": ["x", "y"] } },
      { "aws:sourcearn": "x" },
      "implicit-deny",
    ],
    [
      { ArnLike: { "aws:SourceArn": "arn:*:s:r:1:E?" } },
      { "aws:sourcearn": "arn:aws:s:r:1:E1" },
      "allow",
    ],
    [
      { Bool: { "aws:SecureTransport": false } },
      { "aws:securetransport": "true" },
      "implicit-deny",
    ],
    [
      { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
      { "aws:sourceip": "203.0.113.7" },
      "allow",
    ],
    [
      { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
      { "aws:sourceip": "203.0.113.7" },
      "implicit-deny",
    ],
    [
      { IpAddress: { "aws:SourceIp": "2001:db8::/32" } },
      { "aws:sourceip": "2001:db8::1" },
      "allow",
    ],
    [{ Null: { "aws:SourceArn": "true" } }, {}, "allow"],
    [{ NumericLessThan: { "s3:max-keys": "10" } }, { "s3:max-keys": "9" }, "allow"],
    [{ SomethingNew: { a: "b" } }, { a: "b" }, "implicit-deny"],
  ])("with the condition %j on %j says %s", (Condition, context, expected) => {
    expect(decision(allow({ Condition }), context as Record<string, string>)).toBe(expected);
  });

  it.each(["", "[]", "{}", '{"Statement":[{"Effect":"Maybe"}]}'])(
    "cannot be read from %j",
    (text) => {
      expect(readPolicy(text)).toBeUndefined();
    },
  );
});
