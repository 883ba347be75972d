import type { EdgeModel } from "../../../preview/edge-model";
import { loadEdgeFunctions } from "../../../preview/session/edge-functions";

const association = {
  kind: "cloudfront-function",
  event: "viewer-request",
  arn: "arn:aws:cloudfront::123456789012:function/old",
  address: "aws_cloudfront_function.old",
  includeBody: false,
} as const;

it("fails the requests of a function that cannot run, and says so at the start", async () => {
  const functions = await loadEdgeFunctions(
    {
      resource: {
        aws_cloudfront_function: {
          old: {
            name: "old",
            runtime: "cloudfront-js-1.0",
            code: "function handler(event) { const one = 1; return event.request; }",
          },
        },
      },
    },
    {
      orderedBehaviors: [],
      defaultBehavior: { functions: [association] },
    } as unknown as EdgeModel,
    { functionFor: () => undefined },
  );
  const reason =
    'function "old" cannot run on cloudfront-js-1.0: the const statement is not supported (line 1): use var';
  expect(functions.warnings).toEqual([
    `aws_cloudfront_function.old: ${reason}; requests that run it get 503`,
  ]);
  expect(await functions.functionFor(association)?.run({} as never)).toMatchObject({
    kind: "failure",
    status: 503,
    xCache: "FunctionExecutionError",
    reason,
  });
  await functions.close();
});
