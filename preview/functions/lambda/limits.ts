import type { FunctionEvent } from "../edge-function";

/**
 * Bytes of a response that a function generates, and of a request body that it sees or writes.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export function maximumBytes(event: FunctionEvent): number {
  return isViewerEvent(event) ? 40 * 1024 : 1024 * 1024;
}

/** Whether an event is between the viewer and CloudFront. */
export function isViewerEvent(event: FunctionEvent): boolean {
  return event === "viewer-request" || event === "viewer-response";
}
