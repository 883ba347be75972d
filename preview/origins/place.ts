/** Where a resource lives. */
export interface Place {
  /** `aws`, `aws-cn`, … */
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** The place that an ARN names; what it leaves out comes from the fallback. */
export function placeOf(
  arn: string | undefined,
  fallback: { readonly region: string; readonly accountId: string },
): Place {
  const [, partition, , region, accountId] = (arn ?? "").split(":");
  return {
    partition: partition || "aws",
    region: region || fallback.region,
    accountId: accountId || fallback.accountId,
  };
}

/** The ending of AWS's host names in a partition. */
export function dnsSuffix({ partition }: Place): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
