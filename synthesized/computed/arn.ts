// Amazon Resource Names.
import type { ResourceView } from "./resource-view";

/** The ARN of something in the resource's region and account. */
export function arn(resource: ResourceView, service: string, name: string): string {
  return `arn:${resource.partition}:${service}:${resource.region}:${resource.accountId}:${name}`;
}

/** The ARN of something that belongs to an account, but to no region. */
export function globalArn(resource: ResourceView, service: string, name: string): string {
  return `arn:${resource.partition}:${service}::${resource.accountId}:${name}`;
}
