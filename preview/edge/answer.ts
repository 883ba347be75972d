import type { EdgeResponse } from "../messages";
import type { ResultType } from "../pipeline/edge-headers";

/** A response on its way to the viewer, before error pages, policies and viewer-response functions. */
export interface Answer {
  readonly response: EdgeResponse;
  readonly result: ResultType;
  /** Seconds in the cache; undefined when it came from the origin just now. */
  readonly age: number | undefined;
  /** Whether a function made it: then no error page replaces it. */
  readonly generated: boolean;
}

/** `Error` for a status of 400 and above, whatever the way it came. */
export function resultOf(status: number, otherwise: ResultType): ResultType {
  return status >= 400 ? "Error" : otherwise;
}
