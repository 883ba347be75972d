// What the pipeline knows of a function at the edge, whether CloudFront function or Lambda@Edge.
import type { Origin } from "../edge-model";
import type { EdgeRequest, EdgeResponse } from "../messages";

/** When a function runs. CloudFront functions know the viewer events only. */
export type FunctionEvent =
  | "viewer-request"
  | "viewer-response"
  | "origin-request"
  | "origin-response";

/** What a function is told of the exchange. */
export interface FunctionInput {
  readonly event: FunctionEvent;
  readonly request: EdgeRequest;
  /** Present in the response events. */
  readonly response?: EdgeResponse;
  readonly distributionId: string;
  readonly distributionDomainName: string;
  readonly requestId: string;
  /** Milliseconds since the epoch: the time that stands still while a CloudFront function runs. */
  readonly now: number;
  /** The origin that the request goes to: origin events of Lambda@Edge show it. */
  readonly origin?: Origin;
  /** Id of the origin or origin group that the behavior names. */
  readonly targetOriginId?: string;
}

/** Settings of an origin that a function changes for one request; what is absent stays. */
export interface OriginSettings {
  readonly kind?: "s3" | "custom";
  readonly domainName?: string;
  /** `""`, or a path that starts with `/` and does not end with one. */
  readonly originPath?: string;
  /** Replaces all of the origin's custom headers. */
  readonly customHeaders?: readonly (readonly [name: string, value: string])[];
  readonly protocolPolicy?: "http-only" | "https-only" | "match-viewer";
  readonly port?: number;
  readonly sslProtocols?: readonly string[];
  readonly connectionAttempts?: number;
  readonly connectionTimeoutSeconds?: number;
  readonly readTimeoutSeconds?: number;
  readonly keepaliveTimeoutSeconds?: number;
  readonly responseCompletionTimeoutSeconds?: number;
  /** `none`: the request is not signed. Absent: as the origin has it. */
  readonly originAccessControl?:
    | "none"
    | { readonly signingBehavior: string; readonly originType: string };
  /** The Host for an origin that is no bucket, whether the viewer's is forwarded or not. */
  readonly hostHeader?: string;
  /** The name for the TLS handshake. */
  readonly serverName?: string;
  /** Names of which the origin's certificate must have one; `*.` stands for one label. */
  readonly allowedCertificateNames?: readonly string[];
}

/**
 * Where a function sends one request instead of the behavior's origin.
 *
 * - `settings`: the behavior's origin with some settings replaced
 * - `origin`: another origin of the distribution by its id, with some settings replaced
 * - `group`: two origins of the distribution, the second asked on the status codes
 */
export type OriginChange =
  | { readonly kind: "settings"; readonly settings: OriginSettings }
  | { readonly kind: "origin"; readonly originId: string; readonly settings?: OriginSettings }
  | {
      readonly kind: "group";
      readonly members: readonly {
        readonly originId: string;
        readonly settings?: OriginSettings;
      }[];
      readonly statusCodes: readonly number[];
    };

/**
 * What a function decided.
 *
 * - `request`: the journey goes on with this request
 * - `response`: in request events the answer that ends the journey, in response events the changed response
 * - `failure`: the viewer gets `status` and `X-Cache: <xCache> from cloudfront`
 */
export type FunctionOutcome =
  | {
      readonly kind: "request";
      readonly request: EdgeRequest;
      readonly origin?: OriginChange;
      readonly logs: readonly string[];
    }
  | { readonly kind: "response"; readonly response: EdgeResponse; readonly logs: readonly string[] }
  | {
      readonly kind: "failure";
      readonly status: 502 | 503;
      readonly reason: string;
      readonly xCache: FunctionErrorName;
      readonly logs: readonly string[];
    };

/** The names by which CloudFront tells why a function gave no result. */
export type FunctionErrorName =
  | "FunctionExecutionError"
  | "FunctionValidationError"
  | "FunctionThrottledError"
  | "LambdaExecutionError"
  | "LambdaValidationError"
  | "LambdaLimitExceeded";

/** A function at the edge. One run knows nothing of the others. */
export interface EdgeFunction {
  run(input: FunctionInput): Promise<FunctionOutcome>;
}
