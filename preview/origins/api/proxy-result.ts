import type { HeaderList } from "../../messages";

/** What a function with proxy integration returned, in payload format 1.0. */
export interface ProxyResult {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/**
 * Reads a function's result.
 *
 * @returns undefined when it has another shape: API Gateway answers 502 then
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
 */
export function readProxyResult(payload: unknown): ProxyResult | undefined {
  if (!isRecord(payload)) return undefined;
  const { statusCode, body = "", isBase64Encoded = false } = payload;
  const status = typeof statusCode === "string" ? Number(statusCode) : statusCode;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999) {
    return undefined;
  }
  if (body !== null && typeof body !== "string") return undefined;
  const single = singleValues(payload.headers);
  const multi = multipleValues(payload.multiValueHeaders);
  if (single === undefined || multi === undefined) return undefined;
  const named = new Set(multi.map(([name]) => name.toLowerCase()));
  return {
    status,
    headers: [...single.filter(([name]) => !named.has(name.toLowerCase())), ...multi],
    body: body ?? "",
    isBase64Encoded: isBase64Encoded === true || isBase64Encoded === "true",
  };
}

/** A header map with one value each; undefined when it is none. */
export function singleValues(headers: unknown): HeaderList | undefined {
  if (headers === undefined || headers === null) return [];
  if (!isRecord(headers)) return undefined;
  const pairs = Object.entries(headers).filter(([, value]) => value !== null);
  if (!pairs.every(([name, value]) => isField(name, value))) return undefined;
  return pairs.map(([name, value]) => [name, String(value)]);
}

function multipleValues(headers: unknown): HeaderList | undefined {
  if (headers === undefined || headers === null) return [];
  if (!isRecord(headers)) return undefined;
  const pairs = Object.entries(headers).filter(([, values]) => values !== null);
  if (!pairs.every(([, values]) => Array.isArray(values))) return undefined;
  const flat = pairs.flatMap(([name, values]) =>
    (values as unknown[]).map((value) => [name, value] as const),
  );
  if (!flat.every(([name, value]) => isField(name, value))) return undefined;
  return flat.map(([name, value]) => [name, String(value)]);
}

function isField(name: string, value: unknown): boolean {
  const isScalar =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && isScalar && !/[\r\n\0]/.test(String(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
