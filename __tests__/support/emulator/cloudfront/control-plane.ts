// The CloudFront API in memory: a request in, the answer out.
import { randomUUID } from "node:crypto";
import {
  invalidationOperations,
  monitoringOperations,
  tagOperations,
} from "./around-distributions";
import { distributionOperations } from "./distributions";
import { functionOperations } from "./functions";
import { keyValueStoreOperations } from "./key-value-stores";
import { kindOperations } from "./kinds";
import { type Answer, answer, CloudFrontError, type Operation } from "./operation";
import { type CloudFrontState, emptyState } from "./state";
import { parseXml } from "./xml";

/** What the control plane needs of an HTTP request. */
export interface CloudFrontRequest {
  readonly method: string;
  /** Path and query, starting with `/2020-05-31/`. */
  readonly url: string;
  readonly ifMatch?: string | undefined;
  readonly body: string;
}

export interface CloudFront {
  readonly state: CloudFrontState;
  answer(request: CloudFrontRequest): Answer;
}

export const API_VERSION = "/2020-05-31";

/** An account without distributions. */
export function createCloudFront(): CloudFront {
  const state = emptyState();
  const operations = [
    ...distributionOperations(state),
    ...invalidationOperations(state),
    ...monitoringOperations(state),
    ...functionOperations(state),
    ...keyValueStoreOperations(state),
    ...kindOperations(state),
    ...tagOperations(state),
  ];
  return { state, answer: (request) => run(operations, request) };
}

function run(operations: readonly Operation[], request: CloudFrontRequest): Answer {
  const { pathname, searchParams: query } = new URL(request.url, "http://cloudfront");
  const path = pathname.slice(API_VERSION.length);
  try {
    for (const operation of operations) {
      const ids = matched(operation.path, path);
      if (operation.method !== request.method || ids === undefined) continue;
      const body = parseXml(request.body).content;
      return operation.run({ ids, query, ifMatch: request.ifMatch, body });
    }
    throw new CloudFrontError(
      501,
      "NotImplemented",
      `the emulator does not know ${request.method} ${path}; add the operation to it`,
    );
  } catch (error) {
    if (error instanceof CloudFrontError) return errorAnswer(error);
    throw error;
  }
}

function matched(pattern: string, path: string): readonly string[] | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  if (wanted.some((segment, index) => segment !== "*" && segment !== given[index]))
    return undefined;
  return given.filter((_, index) => wanted[index] === "*").map(decodeURIComponent);
}

function errorAnswer({ status, code, message }: CloudFrontError): Answer {
  return answer(status, "ErrorResponse", {
    Error: { Type: "Sender", Code: code, Message: message },
    RequestId: randomUUID(),
  });
}
