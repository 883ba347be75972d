import { lowerCase } from "../lower-case";
import type { EdgeRequest, HeaderList } from "../messages";

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
  /** The viewer's HTTP version, for Via. */
  readonly httpVersion: EdgeRequest["httpVersion"];
  readonly now: number;
}

/** An edge location, as its responses show it. */
export interface EdgeLocation {
  /** Such as `abc.cloudfront.net`. */
  readonly viaHost: string;
  readonly pop: string;
}

type Field = HeaderList[number];

const WRITTEN_BY_EDGE = new Set(["x-cache", "via", "x-amz-cf-pop", "x-amz-cf-id", "age"]);
const SERVER: Field = ["Server", "CloudFront"];

/**
 * Makes the function that adds CloudFront's own headers to a response: `Server` and `Date` only where
 * it has none. Fields that stay the same are made once: the preview keeps the latest responses.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-tutorial.html
 */
export function edgeHeaders({
  viaHost,
  pop,
}: EdgeLocation): (headers: HeaderList, marks: EdgeMarks) => HeaderList {
  const via = (version: string): Field => ["Via", `${version} ${viaHost} (CloudFront)`];
  const viaFields = { "1.0": via("1.0"), "1.1": via("1.1"), "2.0": via("2.0") };
  const popField: Field = ["X-Amz-Cf-Pop", pop];
  const xCache = new Map<ResultType, Field>();
  let date: { readonly second: number; readonly field: Field } | undefined;

  const xCacheField = (result: ResultType): Field => {
    const known = xCache.get(result);
    if (known !== undefined) return known;
    const field: Field = ["X-Cache", `${result} from cloudfront`];
    xCache.set(result, field);
    return field;
  };
  const dateField = (now: number): Field => {
    const second = Math.floor(now / 1000);
    if (date === undefined || second !== date.second) {
      date = { second, field: ["Date", new Date(now).toUTCString()] };
    }
    return date.field;
  };

  return (headers, { result, age, requestId, httpVersion, now }) => {
    const all: Field[] = [];
    let hasServer = false;
    let hasDate = false;
    for (const field of headers) {
      const name = lowerCase(field[0]);
      if (WRITTEN_BY_EDGE.has(name)) continue;
      if (name === "server") hasServer = true;
      if (name === "date") hasDate = true;
      all.push(field);
    }
    if (!hasServer) all.push(SERVER);
    if (!hasDate) all.push(dateField(now));
    all.push(xCacheField(result), viaFields[httpVersion], popField, ["X-Amz-Cf-Id", requestId]);
    if (age !== undefined) all.push(["Age", String(age)]);
    return all;
  };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** All pairs of characters: two at a time make half the steps. */
const PAIRS = [...ALPHABET].flatMap((one) => [...ALPHABET].map((other) => one + other));

/**
 * Makes opaque request ids of 56 characters, as X-Amz-Cf-Id has them. The first 18 characters are
 * new each time, the others are those of one edge: to make them all is dear.
 */
export function requestIds(random: () => number): () => string {
  const part = (): string =>
    `${sixCharacters(random)}${sixCharacters(random)}${sixCharacters(random)}`;
  const others = `${part()}${part()}==`;
  return () => part() + others;
}

function sixCharacters(random: () => number): string {
  const bits = Math.floor(random() * 2 ** 36);
  const high = Math.floor(bits / 2 ** 24);
  return `${PAIRS[high]}${PAIRS[(bits / 2 ** 12) & 4095]}${PAIRS[bits & 4095]}`;
}

/** The host name that an edge location writes into Via. */
export function newViaHost(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  return `${digits.join("")}.cloudfront.net`;
}
