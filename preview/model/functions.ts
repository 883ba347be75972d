// The functions of a behavior, with the resources that hold their code.
import { resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { FunctionAssociation } from "../edge-model";
import type { Fields } from "./fields";

const VIEWER_EVENTS = ["viewer-request", "viewer-response"] as const;
const EVENTS = [...VIEWER_EVENTS, "origin-request", "origin-response"] as const;

/** CloudFront functions and Lambda@Edge functions of a behavior. */
export function functionAssociations(
  stack: SynthesizedStack,
  behavior: Fields,
): FunctionAssociation[] {
  return [
    ...behavior.blocks("function_association").map((association): FunctionAssociation => {
      const arn = association.text("function_arn");
      return {
        kind: "cloudfront-function",
        event: association.word("event_type", VIEWER_EVENTS),
        arn,
        ...addressOf(stack, "aws_cloudfront_function", arn),
        includeBody: false,
      };
    }),
    ...behavior.blocks("lambda_function_association").map((association): FunctionAssociation => {
      const arn = association.text("lambda_arn");
      return {
        kind: "lambda-edge",
        event: association.word("event_type", EVENTS),
        arn,
        // The version is no part of the function's own ARN.
        ...addressOf(stack, "aws_lambda_function", arn.replace(/(:function:[^:]+):.*$/, "$1")),
        includeBody: association.flag("include_body"),
      };
    }),
  ];
}

function addressOf(stack: SynthesizedStack, type: string, arn: string): { address?: string } {
  const found = resourcesOfType(stack, type).find(({ config }) => config.arn === arn);
  return found === undefined ? {} : { address: found.address };
}
