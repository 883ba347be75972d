// What a distribution in front of Elastic Beanstalk sends to the application.
import type { BeanstalkSettings } from "./beanstalk";
import { type Environment, isOn, list } from "./variables";

/** Headers that CloudFront sends on only together with all the others, or not at all. */
const NOT_ALONE = ["accept-encoding", "authorization"];

/** Headers of CORS, which are always sent. */
const ALWAYS = ["origin", "access-control-request-method", "access-control-request-headers"];

/** An origin request policy names ten headers at most. */
const MOST = 10 - ALWAYS.length;

/**
 * Reads `BEANSTALK_HEADERS`, `BEANSTALK_DROP_QUERY` and `BEANSTALK_DROP_COOKIES`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export function readForwarding(env: Environment): BeanstalkSettings["forward"] {
  return {
    queryStrings: !isOn(env, "BEANSTALK_DROP_QUERY"),
    cookies: !isOn(env, "BEANSTALK_DROP_COOKIES"),
    headers: readHeaders(env),
  };
}

function readHeaders(env: Environment): BeanstalkSettings["forward"]["headers"] {
  const headers = list(env, "BEANSTALK_HEADERS");
  if (headers.length === 1 && headers[0] === "all") return "all";
  for (const header of headers) {
    const problem = headerProblem(header, headers);
    if (problem !== undefined) throw new Error(`BEANSTALK_HEADERS ${problem}, got "${header}"`);
  }
  if (headers.length <= MOST) return headers;
  throw new Error(
    `BEANSTALK_HEADERS may name ${MOST} headers besides those of CORS, got ${headers.length}; set it to all`,
  );
}

function headerProblem(header: string, headers: readonly string[]): string | undefined {
  const name = header.toLowerCase();
  if (!/^[a-z0-9_-]+$/.test(name)) return "must be names of headers, or all";
  if (name === "all") return "must be all alone, or names of headers";
  if (NOT_ALONE.includes(name)) {
    return "must not name a header that CloudFront sends only with all the others; set it to all";
  }
  const times = headers.filter((other) => other.toLowerCase() === name).length;
  return times > 1 || ALWAYS.includes(name)
    ? "must not name a header that is sent already"
    : undefined;
}
