import type { EdgeRequest, HeaderList } from "../../messages";
import type { CallIds } from "../api/call-ids";
import type { RestApi, RestStage } from "./model";

/** One request to a stage of a REST API. */
export interface RestCall {
  readonly api: RestApi;
  readonly stage: RestStage;
  readonly request: EdgeRequest;
  /** The host that was called: the API's own or a custom domain. */
  readonly host: string;
  /** What routes match on: the raw path without stage and base path. */
  readonly path: string;
  /** The event's `path`: without the stage, but with a custom domain's base path. */
  readonly eventPath: string;
  /** The whole path, as the client sent it. */
  readonly fullPath: string;
  /** The request's headers as API Gateway hands them on. */
  readonly headers: HeaderList;
  readonly ids: CallIds;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Who was let in, and what its authorizer said of it. */
export interface Identity {
  /** The event's `requestContext.authorizer`. */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /** The IAM user that signed. */
  readonly user?: { readonly accessKey: string; readonly arn: string };
  /** The key that an authorizer names. */
  readonly usageIdentifierKey?: string;
  /** The API key of a request to a method that asks for one. */
  readonly apiKey?: { readonly value: string; readonly id: string };
}

/** The ARN that policies speak of: `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/path`. */
export function methodArn(call: RestCall): string {
  const { partition, region, accountId } = call.api.place;
  const path = call.path.replace(/^\//, "");
  return `arn:${partition}:execute-api:${region}:${accountId}:${call.api.id}/${call.stage.name}/${call.request.method}/${path}`;
}
