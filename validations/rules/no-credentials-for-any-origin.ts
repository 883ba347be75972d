// Browsers refuse credentials for `*`; whoever "fixes" that by reflection opens the API.
import { type Block, blocks, type SynthesizedStack } from "../../synthesized/stack";
import { checkResources } from "../check";
import { flagOf, textsOf, UNKNOWN } from "../facts/value";
import { type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const ORIGIN = "method.response.header.Access-Control-Allow-Origin";
const CREDENTIALS = "method.response.header.Access-Control-Allow-Credentials";

/** Looks at response headers policies, HTTP APIs and the integration responses of REST APIs. */
export const noCredentialsForAnyOrigin: Rule = {
  id: "no-credentials-for-any-origin",
  severity: "error",
  summary: "CORS must not allow credentials together with every origin, header or method.",
  fix: "List the origins, or serve page and API from one domain, which needs no CORS.",
  link: "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#requests_with_credentials",
  check: (stack) => [
    ...checkResources(stack, "aws_cloudfront_response_headers_policy", ({ config }) =>
      blocks(config.cors_config).flatMap(
        (cors) =>
          judge(stack, cors.access_control_allow_credentials, [
            items(cors.access_control_allow_origins),
            items(cors.access_control_allow_headers),
            items(cors.access_control_allow_methods),
          ]) ?? [],
      ),
    ),
    ...checkResources(stack, ["aws_apigatewayv2_api", "aws_lambda_function_url"], ({ config }) =>
      [...blocks(config.cors_configuration), ...blocks(config.cors)].flatMap(
        (cors) => judge(stack, cors.allow_credentials, [cors.allow_origins]) ?? [],
      ),
    ),
    ...checkResources(stack, "aws_api_gateway_integration_response", ({ config }) => {
      const [parameters = {}] = blocks(config.response_parameters);
      const allowsAll = parameters[ORIGIN] === "'*'" && parameters[CREDENTIALS] === "'true'";
      return allowsAll ? violation("allows credentials for *") : undefined;
    }),
  ],
};

function items(block: Block[string] | undefined) {
  return blocks(block)[0]?.items;
}

function judge(
  stack: SynthesizedStack,
  credentials: Block[string] | undefined,
  lists: readonly (Block[string] | undefined)[],
): Outcomes {
  const allowed = flagOf(stack, credentials);
  if (allowed === false || allowed === undefined) return undefined;
  const known = lists.map((list) => textsOf(stack, list));
  const isAny = known.some(
    (list) => list !== UNKNOWN && list.some((item) => item === "*" || item === "ALL"),
  );
  if (isAny && allowed === true) return violation("allows credentials for *");
  return isAny || known.includes(UNKNOWN) ? undecided("the CORS settings") : undefined;
}
