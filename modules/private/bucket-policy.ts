// The policy of a private bucket, as a document.

/** One statement of an S3 bucket policy, in IAM's words. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal: "*" | { readonly AWS: string } | { readonly Service: string };
  readonly Action: string;
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Refuses every request that does not come over TLS, whoever makes it. */
export function denyWithoutTls(bucketArn: string): Statement {
  return {
    Sid: "DenyWithoutTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * Lets one distribution read objects through its origin access control. Without the condition
 * any distribution of any account could read them.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function allowDistribution(bucketArn: string, distributionArn: string): Statement {
  return {
    Sid: "AllowDistribution",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
  };
}

/** Lets an origin access identity read objects. */
export function allowIdentity(bucketArn: string, identityArn: string): Statement {
  return {
    Sid: "AllowOriginAccessIdentity",
    Effect: "Allow",
    Principal: { AWS: identityArn },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
  };
}

/** A policy document as JSON text. */
export function policyDocument(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
