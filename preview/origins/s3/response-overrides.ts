import { type EdgeResponse, type HeaderList, withHeader } from "../../messages";
import { parseQuery } from "../query";

const HEADERS: Readonly<Record<string, string>> = {
  "response-cache-control": "Cache-Control",
  "response-content-disposition": "Content-Disposition",
  "response-content-encoding": "Content-Encoding",
  "response-content-language": "Content-Language",
  "response-content-type": "Content-Type",
  "response-expires": "Expires",
};

/**
 * The headers that a request for an object asks for by its query string. Only who signs may.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function responseOverrides(query: string): HeaderList {
  if (!query.includes("response-")) return [];
  return parseQuery(query).flatMap(([parameter, value]): HeaderList => {
    const name = Object.hasOwn(HEADERS, parameter) ? HEADERS[parameter] : undefined;
    return name === undefined ? [] : [[name, value]];
  });
}

/** A successful answer with those headers instead of the object's. */
export function overridden(answer: EdgeResponse, headers: HeaderList): EdgeResponse {
  if (answer.status !== 200 && answer.status !== 206) return answer;
  return {
    ...answer,
    headers: headers.reduce((list, [name, value]) => withHeader(list, name, value), answer.headers),
  };
}
