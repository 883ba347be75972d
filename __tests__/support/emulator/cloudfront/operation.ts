// What an operation of the control plane gets, and what it answers.
import { randomBytes } from "node:crypto";
import { toXml, type XmlElement } from "./xml";

/** One request, its path matched and its body read. */
export interface Call {
  /** Values of the path's variable segments, decoded. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly ifMatch: string | undefined;
  /** Content of the request's root element; empty without a body. */
  readonly body: XmlElement;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface Operation {
  readonly method: string;
  /** Path below `/2020-05-31`, `*` for a variable segment. */
  readonly path: string;
  readonly run: (call: Call) => Answer;
}

/** An error as CloudFront reports it; operations throw it. */
export class CloudFrontError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function answer(
  status: number,
  root: string,
  content: XmlElement,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { "Content-Type": "text/xml", ...headers },
    body: toXml({ root, content }),
  };
}

/** The answer without a body, of a delete for example. */
export function noContent(): Answer {
  return { status: 204, headers: {}, body: "" };
}

/** Refuses a change that was not made to the version named by `current`. */
export function checkIfMatch(call: Call, current: string): void {
  if (call.ifMatch === undefined) {
    throw new CloudFrontError(
      400,
      "InvalidIfMatchVersion",
      "The If-Match version is missing or not valid for the resource.",
    );
  }
  if (call.ifMatch !== current) {
    throw new CloudFrontError(
      412,
      "PreconditionFailed",
      "The request failed because it didn't meet the preconditions in one or more request-header fields.",
    );
  }
}

/** An id or ETag such as `E2QWRUHEXAMPLE`. */
export function newId(prefix = "E"): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  return prefix + [...randomBytes(13)].map((byte) => letters[byte % letters.length]).join("");
}

export function now(): string {
  return new Date().toISOString();
}

export const ACCOUNT = "123456789012";
