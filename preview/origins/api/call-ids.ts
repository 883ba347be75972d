import { extendedId, requestId, traceRoot } from "../request-ids";

/** The ids that API Gateway gives one request. */
export interface CallIds {
  readonly requestId: string;
  /** The `x-amz-apigw-id`. */
  readonly extendedId: string;
  /** `Root=…`; the one that came with the request stays. */
  readonly trace: string;
}

/** Makes up the ids of a request. */
export function newCallIds(now: number, incomingTrace: string | undefined): CallIds {
  return {
    requestId: requestId(),
    extendedId: extendedId(11),
    trace: incomingTrace ?? traceRoot(now),
  };
}
