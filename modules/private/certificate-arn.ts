// ARNs of AWS Certificate Manager.

/** The region of an ACM certificate by its ARN, or nothing when it is no such ARN. */
export function certificateRegion(arn: string): string | undefined {
  return /^arn:aws[a-z-]*:acm:([a-z0-9-]+):\d{12}:certificate\/[0-9a-f-]+$/.exec(arn)?.[1];
}
