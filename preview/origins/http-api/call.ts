import type { EdgeRequest, EdgeResponse, HeaderList } from "../../messages";
import type { CallIds } from "../api/call-ids";
import type { HttpApi, HttpStage } from "./model";

/** What an authorizer found out, in the format 2.0 of `requestContext.authorizer`. */
export type AuthorizerContext = Readonly<Record<string, unknown>> | undefined;

/** One request to a stage of an HTTP API. */
export interface HttpCall {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly request: EdgeRequest;
  readonly host: string;
  /** What routes match on: without a named stage or mapping. */
  readonly path: string;
  /** The event's `rawPath`: without the mapping, with a named stage. */
  readonly rawPath: string;
  readonly headers: HeaderList;
  readonly ids: CallIds;
  readonly now: number;
  /** What the route's authorizer found out, once it has. */
  readonly authorizer?: AuthorizerContext;
}

/** The ARN that policies speak of. */
export function routeArn({ api, stage, request, path }: HttpCall): string {
  const { partition, region, accountId } = api.place;
  return `arn:${partition}:execute-api:${region}:${accountId}:${api.id}/${stage.name}/${request.method}/${path.slice(1)}`;
}

/** A response with the id, date and length that every answer of an HTTP API has. */
export function httpAnswer(
  call: Pick<HttpCall, "ids" | "now">,
  status: number,
  headers: HeaderList,
  body: Uint8Array,
): EdgeResponse {
  const plain = headers.filter(([name]) => !/^(content-length|date)$/i.test(name));
  return {
    status,
    headers: [
      ["date", new Date(call.now).toUTCString()],
      ...plain,
      ["content-length", String(body.length)],
      ["apigw-requestid", call.ids.extendedId],
    ],
    body,
  };
}

/** An error that an HTTP API answers by itself: `{"message":"Not Found"}`. */
export function httpError(
  call: Pick<HttpCall, "ids" | "now">,
  status: number,
  message: string,
  headers: HeaderList = [],
): EdgeResponse {
  return httpAnswer(
    call,
    status,
    [["content-type", "application/json"], ...headers],
    Buffer.from(JSON.stringify({ message })),
  );
}
