import { type EdgeRequest, headerOf } from "../../messages";
import { connectingAddress } from "../connecting-address";
import type { ConditionContext } from "./conditions";

/**
 * The global condition keys that every request has, whoever sends it.
 *
 * @param now milliseconds since 1970
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestContext(request: EdgeRequest, now: number): ConditionContext {
  return {
    "aws:currenttime": new Date(now).toISOString(),
    "aws:epochtime": String(Math.floor(now / 1000)),
    "aws:referer": headerOf(request.headers, "referer"),
    "aws:securetransport": String(request.protocol === "https"),
    "aws:sourceip": connectingAddress(request),
    "aws:useragent": headerOf(request.headers, "user-agent"),
  };
}
