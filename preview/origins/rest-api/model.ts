// A REST API as its requests meet it: stages, a tree of resources, methods and integrations.
import type { Json } from "../../../synthesized/stack";
import type { PolicyStatement } from "../iam/policy-document";
import type { Place } from "../place";
import type { FindSchema } from "./json-schema";

/** A REST API with every default filled in. */
export interface RestApi {
  readonly address: string;
  readonly id: string;
  readonly place: Place;
  readonly isDefaultEndpointDisabled: boolean;
  readonly binaryMediaTypes: readonly string[];
  /** The resource policy; absent: none. */
  readonly policy?: readonly PolicyStatement[];
  readonly root: RestResource;
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
  readonly stages: ReadonlyMap<string, RestStage>;
  /** Ids of the enabled API keys of the stack, by their values. */
  readonly apiKeys: ReadonlyMap<string, string>;
  /** Where a request's API key comes from. */
  readonly apiKeySource: "HEADER" | "AUTHORIZER";
}

/** A stage of a REST API. */
export interface RestStage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly deploymentId: string;
}

/** One node of the resource tree. */
export interface RestResource {
  readonly id: string;
  /** The whole path, such as `/users/{id}`. */
  readonly path: string;
  /** The last part: `users`, `{id}` or `{proxy+}`; `""` for the root. */
  readonly part: string;
  readonly children: readonly RestResource[];
  /** By HTTP method, `ANY` among them. */
  readonly methods: ReadonlyMap<string, RestMethod>;
}

/** A method of a resource. */
export interface RestMethod {
  readonly authorization: "NONE" | "AWS_IAM" | "CUSTOM" | "COGNITO_USER_POOLS";
  readonly authorizer?: Authorizer;
  /** Of these an access token has to have one. @default - none: the token has to be an identity token */
  readonly scopes: readonly string[];
  readonly isApiKeyRequired: boolean;
  /** Such as `method.request.querystring.page`: a request without them is refused. */
  readonly requiredParameters: readonly string[];
  /** What a request's body has to fit; absent: nothing looks at it. */
  readonly bodyModels?: BodyModels;
  readonly integration?: Integration;
}

/** The models of a method's body. */
export interface BodyModels {
  /** Schemas by content type in lower case; `$default` is for all others. */
  readonly byType: ReadonlyMap<string, Json>;
  readonly find: FindSchema;
  /** What `#/` in the schemas begins at. @default - the schema itself */
  readonly root?: Json;
}

/** A Lambda or Cognito authorizer. */
export interface Authorizer {
  readonly address: string;
  readonly id: string;
  readonly type: "TOKEN" | "REQUEST" | "COGNITO_USER_POOLS";
  readonly uri: string;
  /** Whether a role calls its function, which then needs no permission. */
  readonly hasRole: boolean;
  /** Such as `method.request.header.Authorization`. */
  readonly identitySources: readonly string[];
  readonly validationExpression?: string;
  /** Seconds; 0 turns the cache off. */
  readonly resultTtlSeconds: number;
  readonly providerArns: readonly string[];
}

/** What a method does with a request. */
export interface Integration {
  readonly type: "AWS_PROXY" | "AWS" | "HTTP_PROXY" | "HTTP" | "MOCK";
  readonly uri: string;
  /** Whether a role calls its function, which then needs no permission. */
  readonly hasRole: boolean;
  /** Whether a streaming handler may answer. */
  readonly isStreaming: boolean;
  readonly httpMethod: string;
  readonly timeoutMs: number;
  readonly requestParameters: Readonly<Record<string, string>>;
  readonly requestTemplates: Readonly<Record<string, string>>;
  /** Whether a body of a media type without a template goes on as it is. */
  readonly passthrough: "WHEN_NO_MATCH" | "WHEN_NO_TEMPLATES" | "NEVER";
  readonly responses: readonly IntegrationResponse[];
}

/** How an integration's result becomes a response. */
export interface IntegrationResponse {
  readonly statusCode: number;
  /** A regular expression on the status or the error; `""` for the default. */
  readonly selectionPattern: string;
  /** `method.response.header.X` to `'literal'` or `integration.response.header.Y`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
}

/** A customised error response of the gateway. */
export interface GatewayResponse {
  readonly statusCode?: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
}

/** Milliseconds that API Gateway waits for an integration. */
export const DEFAULT_TIMEOUT_MS = 29_000;
