// An HTTP API (API Gateway v2) as its requests meet it.
import type { Place } from "../place";

/** An HTTP API with every default filled in. */
export interface HttpApi {
  readonly address: string;
  readonly id: string;
  readonly place: Place;
  readonly isDefaultEndpointDisabled: boolean;
  readonly cors?: CorsConfiguration;
  readonly routes: readonly HttpRoute[];
  readonly stages: ReadonlyMap<string, HttpStage>;
}

/** A stage; `$default` has no part in the path. */
export interface HttpStage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The answer to preflights, and the CORS headers of every response. */
export interface CorsConfiguration {
  readonly allowCredentials: boolean;
  readonly allowHeaders: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowOrigins: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAge?: number;
}

/** A route such as `GET /users/{id}`. */
export interface HttpRoute {
  readonly key: string;
  /** `ANY` for every method; `""` for `$default`. */
  readonly method: string;
  /** `""` for `$default`. */
  readonly path: string;
  readonly authorization: "NONE" | "JWT" | "AWS_IAM" | "CUSTOM";
  readonly scopes: readonly string[];
  readonly authorizer?: HttpAuthorizer;
  readonly integration?: HttpIntegration;
}

/** What a route does with a request. */
export interface HttpIntegration {
  readonly type: "AWS_PROXY" | "HTTP_PROXY";
  /** A URL or a function; of a private integration the ARN of a listener or service. */
  readonly uri: string;
  /** The action of an AWS service, such as `SQS-SendMessage`. @default - none */
  readonly subtype?: string;
  /** Whether a role calls its function, which then needs no permission. */
  readonly hasRole: boolean;
  readonly method: string;
  readonly payloadFormat: "1.0" | "2.0";
  readonly timeoutMs: number;
  /** Such as `overwrite:path` to `/v1/$request.path.proxy`. */
  readonly requestParameters: Readonly<Record<string, string>>;
  /** By the integration's status: such as `append:header.x` to `$response.header.y`. */
  readonly responseParameters: ReadonlyMap<number, Readonly<Record<string, string>>>;
}

/** A JWT or Lambda authorizer. */
export interface HttpAuthorizer {
  readonly address: string;
  readonly id: string;
  readonly type: "JWT" | "REQUEST";
  readonly uri: string;
  /** Whether a role calls its function, which then needs no permission. */
  readonly hasRole: boolean;
  /** Such as `$request.header.Authorization`. */
  readonly identitySources: readonly string[];
  readonly payloadFormat: "1.0" | "2.0";
  readonly hasSimpleResponses: boolean;
  readonly resultTtlSeconds: number;
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** Milliseconds that an HTTP API waits for an integration. */
export const DEFAULT_TIMEOUT_MS = 30_000;
