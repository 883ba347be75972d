import {
  allowDistribution,
  allowIdentity,
  denyWithoutTls,
  policyDocument,
} from "../../../modules/private/bucket-policy";

it("refuses every request without TLS, to the bucket and to its objects", () => {
  expect(denyWithoutTls("arn:b")).toMatchObject({
    Effect: "Deny",
    Principal: "*",
    Resource: ["arn:b", "arn:b/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  });
});

it("lets one distribution read objects and list nothing", () => {
  expect(allowDistribution("arn:b", "arn:d")).toMatchObject({
    Action: "s3:GetObject",
    Resource: "arn:b/*",
    Condition: { StringEquals: { "AWS:SourceArn": "arn:d" } },
  });
});

it("lets one identity read objects", () => {
  expect(allowIdentity("arn:b", "arn:i")).toMatchObject({
    Principal: { AWS: "arn:i" },
    Action: "s3:GetObject",
    Resource: "arn:b/*",
  });
});

it("is a document of the current version", () => {
  expect(JSON.parse(policyDocument([{ a: 1 }]))).toEqual({
    Version: "2012-10-17",
    Statement: [{ a: 1 }],
  });
});
