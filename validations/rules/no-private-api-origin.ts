// CloudFront reaches an API over the internet.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { apiOf } from "../facts/api";
import { textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** A private API answers inside its VPC alone. */
export const noPrivateApiOrigin: Rule = {
  id: "no-private-api-origin",
  severity: "error",
  summary: "A private API must not be an origin: CloudFront cannot reach it.",
  fix: 'Set endpoint_configuration.types to ["REGIONAL"] and lock the origin instead.',
  link: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const api = apiOf(stack, origin);
      if (api === undefined) return undefined;
      const [endpoint] = blocks(api.resource.config.endpoint_configuration);
      return decide(textsOf(stack, endpoint?.types), "endpoint_configuration.types", (types) =>
        types.includes("PRIVATE")
          ? `leads to ${api.resource.address}, which is private`
          : undefined,
      );
    }),
};
