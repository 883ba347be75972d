// The way of one request through the edge, step by step, for the inspector and `explain`.
import type { TimesToLive } from "./edge-model";
import type { HeaderList } from "./messages";
import type { CacheKey } from "./pipeline/cache-key";
import type { ResultType } from "./pipeline/edge-headers";

/** A value of the viewer's request that did not reach the origin, and the rule that decided. */
export interface DroppedValue {
  readonly kind: "header" | "cookie" | "query string";
  readonly name: string;
  readonly rule: string;
}

/** A request that an origin got, exactly as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly bodyBytes: number;
}

/** One decision of the edge. */
export type TraceStep =
  | {
      readonly step: "refused";
      readonly by: string;
      readonly status: number;
      readonly reason: string;
    }
  | {
      readonly step: "behavior";
      /** The path as it was compared, normalised. */
      readonly path: string;
      /** In the order of the list, up to the one that matched. */
      readonly tried: readonly { readonly pattern: string; readonly matched: boolean }[];
      readonly pattern: string;
      readonly targetOriginId: string;
    }
  | { readonly step: "redirected"; readonly status: number; readonly location: string }
  | { readonly step: "default-root-object"; readonly path: string }
  | {
      readonly step: "function";
      readonly event: string;
      readonly kind: string;
      readonly name: string;
      readonly outcome: "request" | "response" | "failure";
      /** What it changed, in words: `uri: /a → /b`. */
      readonly changes: readonly string[];
      readonly logs: readonly string[];
    }
  | { readonly step: "function-skipped"; readonly event: string; readonly reason: string }
  | {
      readonly step: "cache-lookup";
      readonly result: "hit" | "stale" | "expired" | "miss" | "bypass";
      /** Absent when nothing is cached. */
      readonly key?: CacheKey;
      /** What the settings allow, where the origin was not asked (`explain`). */
      readonly ttl?: TimesToLive;
      readonly reason: string;
    }
  | {
      readonly step: "origin-request";
      readonly originId: string;
      readonly request: SentRequest;
      readonly dropped: readonly DroppedValue[];
    }
  | {
      readonly step: "origin-response";
      readonly originId: string;
      /** Absent when the origin gave no response. */
      readonly status?: number;
      readonly failure?: string;
      readonly attempts: number;
    }
  | { readonly step: "failover"; readonly from: string; readonly to: string; readonly code: number }
  | {
      readonly step: "time-to-live";
      readonly cached: boolean;
      readonly seconds?: number;
      readonly reason: string;
    }
  | { readonly step: "compression"; readonly encoding?: string; readonly reason: string }
  | {
      readonly step: "custom-error-response";
      readonly errorCode: number;
      readonly pagePath: string;
      readonly pattern: string;
      readonly status: number;
    }
  | {
      readonly step: "response-headers-policy";
      readonly policy: string;
      readonly added: HeaderList;
      readonly removed: readonly string[];
    };

/**
 * What the edge did with one request. Can be written as JSON.
 *
 * Nothing is redacted here: whoever prints it must hide `Authorization`, `Cookie`, `Set-Cookie` and
 * the origins' custom headers.
 */
export interface Trace {
  readonly requestId: string;
  readonly method: string;
  /** The viewer's URL. */
  readonly url: string;
  /** Path pattern of the behavior; undefined when the request was refused before. */
  behavior?: string;
  /** The origin that answered, now or when the object was stored. */
  originId?: string;
  status: number;
  resultType: ResultType;
  /** True when the origin was not asked (`explain`). */
  readonly dryRun: boolean;
  /** Empty unless the call asks for details. */
  readonly steps: TraceStep[];
  /** Places where the documentation is open, or where a reader may be surprised. */
  readonly notes: string[];
}
