import type { Fetch } from "../../messages";
import type { Emulation } from "../emulation";
import type { LambdaFunction } from "../lambda/invocation";
import type { AuthorizerCache } from "./authorizer-cache";

/** What APIs reach beside themselves. */
export interface ApiRuntime {
  readonly emulation: Emulation;
  readonly authorizerCache: AuthorizerCache;
  /** The function that an ARN, or an integration's `uri` around it, names. */
  functionFor(uri: string): LambdaFunction | undefined;
  /**
   * Whether the function lets API Gateway call it for one of these ARNs.
   * Without any `aws_lambda_permission` for it in the stack, it may be granted elsewhere.
   */
  mayInvoke(fn: LambdaFunction, sourceArns: readonly string[]): boolean;
  /** What answers for a host that an HTTP integration names; undefined: not allowed. */
  upstreamFor(host: string): Fetch | undefined;
}
