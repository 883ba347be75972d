import type { HeaderList } from "../../messages";
import { parseQuery } from "../query";
import { allValues, lastValues } from "./incoming-headers";

type Values = Readonly<Record<string, string>>;

/**
 * Headers and parameters of a request in payload format 1.0: each name with its last value, and again
 * with all of them; null when there are none.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function parametersPart(
  headers: HeaderList,
  queryString: string,
  pathParameters: Values,
  stageVariables: Values,
) {
  const query = parseQuery(queryString);
  return {
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: nullIfEmpty(Object.fromEntries(query)),
    multiValueQueryStringParameters: nullIfEmpty(multiValues(query)),
    pathParameters: nullIfEmpty(pathParameters),
    stageVariables: nullIfEmpty(stageVariables),
  };
}

function multiValues(pairs: readonly [name: string, value: string][]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

function nullIfEmpty<T extends object>(values: T): T | null {
  return Object.keys(values).length === 0 ? null : values;
}
