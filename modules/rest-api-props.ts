// What a REST API answers, and to whom.
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";

/** A Lambda function that says who may call: it gets the token and answers with an IAM policy. */
export interface TokenAuthorizer {
  /** The function. */
  readonly handler: LambdaFunction;

  /**
   * The request header that holds the token.
   *
   * @default "Authorization"
   */
  readonly header?: string;

  /**
   * Seconds for which API Gateway keeps an answer. It keeps one answer a token for all methods, so a
   * policy that names one method would refuse the next.
   *
   * @default 0 - the function is asked each time
   */
  readonly resultTtlSeconds?: number;
}

/** One method of one path, answered by a Lambda function that sees the whole request. */
export interface ApiRoute {
  /** The resource's path below the stage, such as `/users/{id}` or `/{proxy+}`. */
  readonly path: string;

  /**
   * The HTTP method.
   *
   * @default "ANY"
   */
  readonly method?: "ANY" | "DELETE" | "GET" | "HEAD" | "OPTIONS" | "PATCH" | "POST" | "PUT";

  /** The function behind it (Lambda proxy integration, payload format 1.0). */
  readonly handler: LambdaFunction;

  /**
   * Who may call: everybody, those who sign with SigV4 and may invoke it, or those whom the
   * authorizer lets in.
   *
   * @default "NONE"
   */
  readonly authorization?: "NONE" | "AWS_IAM" | TokenAuthorizer;
}

/** Properties for a {@link RestApi}. */
export interface RestApiProps {
  /** The API's name. */
  readonly name: string;

  /** The only stage. Behind CloudFront without an origin path it is the first segment of the path. */
  readonly stageName: string;

  /** What the API answers; every other path and method gets 403 from API Gateway. */
  readonly routes: readonly ApiRoute[];

  /**
   * Whether pages of any origin may call the API: a preflight is answered, and the API's own errors
   * carry the header. Behind one origin nothing needs it.
   *
   * @default false
   */
  readonly cors?: boolean;

  /**
   * Whether `*.execute-api.*` answers 403. Only for an API whose callers use its custom domain.
   * To open it again say false: what is left out stays as it is.
   *
   * @default - not said; a new API answers
   */
  readonly disableExecuteApiEndpoint?: boolean;
}
