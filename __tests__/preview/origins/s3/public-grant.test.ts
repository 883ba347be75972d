import { readPolicy } from "../../../../preview/origins/iam/policy-document";
import { isPublicGrant } from "../../../../preview/origins/s3/public-grant";

const isPublic = (more: object) => {
  const Statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
  const [statement] = readPolicy({ Statement: { ...Statement, ...more } }) ?? [];
  return statement !== undefined && isPublicGrant(statement);
};

describe("a statement that names everybody", () => {
  it.each([
    [{}],
    [{ Principal: { AWS: "*" } }],
    [{ Principal: { AWS: ["arn:aws:iam::1:root", "*"] } }],
    [{ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::1:root" } }],
    [{ Condition: { StringLike: { "aws:SourceVpc": "vpc-*" } } }],
    [{ Condition: { StringEquals: { "aws:SourceVpc": ["vpc-1", "vpc-*"] } } }],
    [{ Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } } }],
    [{ Condition: { StringEqualsIfExists: { "aws:SourceVpc": "vpc-1" } } }],
    [{ Condition: { StringEquals: { "aws:SourceAccount": "${aws:PrincipalAccount}" } } }],
    [{ Condition: { StringEquals: { "aws:Referer": "secret" } } }],
    [{ Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    [{ Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/1" } } }],
    [{ Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001::/16"] } } }],
    [{ Condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }],
  ])("is public with %j", (more) => {
    expect(isPublic(more)).toBe(true);
  });

  it.each([
    [{ Condition: { StringEquals: { "aws:SourceVpc": "vpc-91237329" } } }],
    [{ Condition: { StringEquals: { "AWS:SourceVpce": ["vpce-1", "vpce-2"] } } }],
    [{ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
    [{ Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::1:distribution/E1" } } }],
    [{ Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.7", "2001:db8::/32"] } } }],
    [{ Condition: { IpAddress: { "aws:SourceIp": "172.16.0.0/7" } } }],
    [
      {
        Condition: {
          StringLike: { "s3:DataAccessPointArn": "arn:aws:s3:us-west-2:1:accesspoint/*" },
        },
      },
    ],
    [
      {
        Condition: {
          Bool: { "aws:SecureTransport": "true" },
          StringEquals: { "aws:SourceAccount": "1" },
        },
      },
    ],
  ])("is not public with %j", (more) => {
    expect(isPublic(more)).toBe(false);
  });
});

it.each([
  [{ Effect: "Deny" }],
  [{ Principal: { AWS: "arn:aws:iam::1:root" } }],
  [{ Principal: { Service: "cloudfront.amazonaws.com" } }],
])("does not call %j public", (more) => {
  expect(isPublic(more)).toBe(false);
});
