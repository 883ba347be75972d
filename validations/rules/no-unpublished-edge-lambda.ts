// Lambda@Edge runs a numbered version of a function in us-east-1.
import { blocks } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { referencesIn } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const VERSION = /^arn:[\w-]+:lambda:us-east-1:\d+:function:[\w-]+:\d+$/;

/** An alias, `$LATEST` and another region are refused at apply. */
export const noUnpublishedEdgeLambda: Rule = {
  id: "no-unpublished-edge-lambda",
  severity: "error",
  summary:
    "A Lambda@Edge association must not name a function without a version, or outside us-east-1.",
  fix: "Set publish = true and use the function's qualified_arn, in us-east-1.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html",
  check: (stack) =>
    checkBehaviors(stack, ({ config }) =>
      blocks(config.lambda_function_association).flatMap(({ lambda_arn: raw }): Outcome[] => {
        const arn = textOf(stack, raw);
        if (arn === UNKNOWN) {
          const [reference] = referencesIn(raw);
          const isWhole = typeof raw === "string" && /^\$\{[^}]*\}$/.test(raw);
          if (
            isWhole &&
            reference?.type === "aws_lambda_function" &&
            reference.attribute === "arn"
          ) {
            return [violation(`associates ${raw}, which has no version`)];
          }
          return reference?.attribute === "qualified_arn" ? [] : [undecided("lambda_arn")];
        }
        return VERSION.test(arn ?? "")
          ? []
          : [violation(`associates ${JSON.stringify(arn ?? null)}`)];
      }),
    ),
};
