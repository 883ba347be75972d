import type { HeaderList } from "../../messages";
import { parseQuery } from "../query";

/** The request's part of an event in payload format 2.0. */
export interface RequestPart {
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly queryStringParameters?: Readonly<Record<string, string>>;
}

/**
 * Query string, cookies and headers in payload format 2.0: names in lower case, repeated values
 * joined by commas, cookies apart.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestPart(query: string, headers: HeaderList): RequestPart {
  const cookies = headers
    .filter(([name]) => name.toLowerCase() === "cookie")
    .flatMap(([, value]) => value.split(/;\s*/))
    .filter((cookie) => cookie !== "");
  const parameters = parseQuery(query);
  return {
    rawQueryString: query,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: joined(
      headers
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => name !== "cookie"),
    ),
    ...(parameters.length === 0 ? {} : { queryStringParameters: joined(parameters) }),
  };
}

/** The body's part: text as it is, everything else in base64, nothing when there is none. */
export function bodyPart(body: Uint8Array, contentType: string | undefined) {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = /^(text\/|application\/(json|javascript|xml)\b|[^;]*\+(json|xml)\b)/i.test(
    contentType ?? "",
  );
  return { body: Buffer.from(body).toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

function joined(pairs: HeaderList): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
}
