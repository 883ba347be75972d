import type { EdgeResponse, HeaderList } from "../../messages";
import { extendedId, s3RequestId } from "../request-ids";

/** An error of S3: its code, its message and what else the XML names. */
export interface S3Error {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly headers?: HeaderList;
}

/** Who may not is told no more than that. */
export const ACCESS_DENIED: S3Error = {
  status: 403,
  code: "AccessDenied",
  message: "Access Denied",
};

/** The headers that every answer of S3 has. */
export function s3Headers(now: number): HeaderList {
  return [
    ["x-amz-id-2", extendedId(56)],
    ["x-amz-request-id", s3RequestId()],
    ["Date", new Date(now).toUTCString()],
    ["Server", "AmazonS3"],
  ];
}

/**
 * An error as S3 writes it. The answer to HEAD has no body.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function errorAnswer(error: S3Error, method: string, now: number): EdgeResponse {
  const headers = s3Headers(now);
  const ids = Object.fromEntries(headers);
  const fields = {
    Code: error.code,
    Message: error.message,
    ...error.details,
    RequestId: ids["x-amz-request-id"] ?? "",
    HostId: ids["x-amz-id-2"] ?? "",
  };
  return xmlAnswer(
    error.status,
    `<Error>${Object.entries(fields)
      .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
      .join("")}</Error>`,
    method,
    [...headers, ...(error.headers ?? [])],
  );
}

/** An XML answer; the answer to HEAD has no body. */
export function xmlAnswer(
  status: number,
  xml: string,
  method: string,
  headers: HeaderList,
): EdgeResponse {
  const body = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
  if (method === "HEAD") {
    return {
      status,
      headers: [["Content-Type", "application/xml"], ...headers],
      body: Buffer.alloc(0),
    };
  }
  return {
    status,
    headers: [
      ["Content-Type", "application/xml"],
      ["Content-Length", String(body.length)],
      ...headers,
    ],
    body,
  };
}

/** Text as XML content. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
