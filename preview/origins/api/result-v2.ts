import type { HeaderList } from "../../messages";
import { singleValues } from "./proxy-result";

/** A response in payload format 2.0. */
export interface ResultV2 {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/**
 * Reads a function's result in payload format 2.0. One without `statusCode` is the body itself: 200,
 * JSON.
 *
 * @param defaultType the `content-type` of a response that names none
 * @returns undefined when it is neither
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function readResultV2(
  payload: unknown,
  defaultType = "text/plain;charset=UTF-8",
): ResultV2 | undefined {
  if (typeof payload !== "object" || payload === null || !("statusCode" in payload)) {
    const text = typeof payload === "string" ? payload : JSON.stringify(payload);
    return {
      status: 200,
      headers: [["content-type", "application/json"]],
      body: Buffer.from(text),
    };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = payload as Record<
    string,
    unknown
  >;
  const status = Number(statusCode);
  const fields = singleValues(headers);
  const isCookieList =
    Array.isArray(cookies) && cookies.every((cookie) => typeof cookie === "string");
  if (!Number.isInteger(status) || status < 100 || status > 599 || fields === undefined)
    return undefined;
  if (cookies !== undefined && cookies !== null && !isCookieList) return undefined;
  if (body !== undefined && body !== null && typeof body !== "string") return undefined;
  const hasType = fields.some(([name]) => name.toLowerCase() === "content-type");
  return {
    status,
    headers: [
      ...(hasType || !body ? [] : ([["content-type", defaultType]] as const)),
      ...fields,
      ...((cookies as string[] | null | undefined) ?? []).map(
        (cookie) => ["set-cookie", cookie] as const,
      ),
    ],
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
  };
}
