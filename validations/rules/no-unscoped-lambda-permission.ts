// A service that may invoke a function may do so for anyone's account, unless the source is named.
import { checkResources } from "../check";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** `*` as the principal opens the function to every account. */
export const noUnscopedLambdaPermission: Rule = {
  id: "no-unscoped-lambda-permission",
  severity: "error",
  summary: "A permission to invoke a function must not be open to every source of a service.",
  fix: 'Set source_arn, such as "${aws_api_gateway_rest_api.api.execution_arn}/*/*".',
  link: "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html",
  check: (stack) =>
    checkResources(stack, "aws_lambda_permission", ({ config }) => {
      const principal = textOf(stack, config.principal);
      const scopes = [config.source_arn, config.source_account, config.principal_org_id];
      if (scopes.some((scope) => textOf(stack, scope) !== undefined)) return undefined;
      if (principal === UNKNOWN) return undecided("principal");
      if (principal !== "*" && !principal?.endsWith(".amazonaws.com")) return undefined;
      const isSigned = textOf(stack, config.function_url_auth_type) === "AWS_IAM";
      return isSigned ? undefined : violation(`lets ${principal} invoke without source_arn`);
    }),
};
