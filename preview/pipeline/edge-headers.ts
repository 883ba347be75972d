import type { HeaderList } from "../messages";

/** How a response came about, in the words of CloudFront's logs. */
export type ResultType =
  | "Hit"
  | "RefreshHit"
  | "Miss"
  | "Error"
  | "Redirect"
  | "FunctionGeneratedResponse"
  | "FunctionExecutionError"
  | "FunctionValidationError"
  | "FunctionThrottledError"
  | "LambdaGeneratedResponse"
  | "LambdaExecutionError"
  | "LambdaValidationError"
  | "LambdaLimitExceeded";

/** What CloudFront writes about itself into one response. */
export interface EdgeMarks {
  readonly result: ResultType;
  /** Seconds in the cache; undefined when it did not come from there. */
  readonly age: number | undefined;
  readonly requestId: string;
  /** Such as `abc.cloudfront.net`. */
  readonly viaHost: string;
  readonly pop: string;
  /** The viewer's HTTP version, for Via. */
  readonly httpVersion: string;
  readonly now: number;
}

const WRITTEN_BY_EDGE = new Set(["x-cache", "via", "x-amz-cf-pop", "x-amz-cf-id", "age"]);

/**
 * Adds CloudFront's own headers: `Server` and `Date` only where the response has none.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-tutorial.html
 */
export function withEdgeHeaders(headers: HeaderList, marks: EdgeMarks): HeaderList {
  const result: (readonly [string, string])[] = [];
  let hasServer = false;
  let hasDate = false;
  for (const field of headers) {
    const name = field[0].toLowerCase();
    if (WRITTEN_BY_EDGE.has(name)) continue;
    if (name === "server") hasServer = true;
    if (name === "date") hasDate = true;
    result.push(field);
  }
  if (!hasServer) result.push(["Server", "CloudFront"]);
  if (!hasDate) result.push(["Date", httpDate(marks.now)]);
  result.push(["X-Cache", `${marks.result} from cloudfront`]);
  result.push(["Via", `${marks.httpVersion} ${marks.viaHost} (CloudFront)`]);
  result.push(["X-Amz-Cf-Pop", marks.pop]);
  result.push(["X-Amz-Cf-Id", marks.requestId]);
  if (marks.age !== undefined) result.push(["Age", String(marks.age)]);
  return result;
}

let latest = { second: Number.NaN, text: "" };

/** A date as HTTP writes it; made once a second. */
function httpDate(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== latest.second) latest = { second, text: new Date(now).toUTCString() };
  return latest.text;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** All pairs of characters: two at a time make half the steps. */
const PAIRS = [...ALPHABET].flatMap((one) => [...ALPHABET].map((other) => one + other));

/** An opaque request id of 56 characters, as X-Amz-Cf-Id has it. */
export function newRequestId(random: () => number): string {
  let id = "";
  while (id.length < 54) {
    const bits = Math.floor(random() * 2 ** 36);
    const [high, middle, low] = [Math.floor(bits / 2 ** 24), (bits / 2 ** 12) & 4095, bits & 4095];
    id += `${PAIRS[high]}${PAIRS[middle]}${PAIRS[low]}`;
  }
  return `${id}==`;
}

/** The host name that an edge location writes into Via. */
export function newViaHost(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  return `${digits.join("")}.cloudfront.net`;
}
