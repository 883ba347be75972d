import type { EdgeFunction, FunctionErrorName, FunctionOutcome } from "./edge-function";
import { InvalidResult } from "./invalid-result";
import { fromLambdaResult } from "./lambda/from-lambda-result";
import { type BodyInclusion, toLambdaEvent } from "./lambda/to-lambda-event";

/**
 * Milliseconds that Lambda@Edge gives a function; its own `timeout` may be shorter.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
const MAXIMUM_MILLISECONDS = 30_000;

/** Runs a Lambda function in its own process: gives its result, or rejects with why it has none. */
type InvokeLambda = (event: unknown) => Promise<unknown>;

/** What makes a Lambda@Edge function. */
export interface LambdaAtEdgeOptions {
  readonly invoke: InvokeLambda;
  readonly includeBody: boolean;
}

/** A Lambda function at any of the four events. */
export function createLambdaAtEdge({ invoke, includeBody }: LambdaAtEdgeOptions): EdgeFunction {
  const inclusion: BodyInclusion = includeBody ? "with-body" : "without-body";
  return {
    async run(input) {
      const event = toLambdaEvent(input, inclusion);
      let result: unknown;
      try {
        result = await withinTime(invoke(event));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return failure(503, "LambdaExecutionError", reason);
      }
      try {
        return { ...fromLambdaResult(result, event, input), logs: [] };
      } catch (error) {
        if (error instanceof InvalidResult)
          return failure(502, "LambdaValidationError", error.message);
        throw error;
      }
    },
  };
}

async function withinTime(result: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`ran longer than ${MAXIMUM_MILLISECONDS} ms`)),
      MAXIMUM_MILLISECONDS,
    );
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

function failure(status: 502 | 503, xCache: FunctionErrorName, reason: string): FunctionOutcome {
  return { kind: "failure", status, reason, xCache, logs: [] };
}
