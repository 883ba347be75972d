import type { Block, BlocksByType } from "../../../../synthesized/stack";
import { invokeArn } from "./rest-stack";

/** A route of an HTTP API with its own integration, by Terraform's attributes. */
export interface HttpEndpoint {
  readonly key: string;
  readonly config?: Block;
  readonly integration?: Block;
}

/** The resources of an HTTP API `abc123` with the stages `$default` and `dev`. */
export function httpApi(
  endpoints: readonly HttpEndpoint[],
  { api = {}, more = {} }: { readonly api?: Block; readonly more?: BlocksByType } = {},
): BlocksByType {
  const named = (blocks: readonly Block[]) =>
    Object.fromEntries(blocks.map((block, index) => [`b${index}`, block]));
  return {
    aws_apigatewayv2_api: { api: { id: "abc123", name: "api", protocol_type: "HTTP", ...api } },
    aws_apigatewayv2_route: named(
      endpoints.map(({ key, config }, index) => ({
        api_id: "abc123",
        route_key: key,
        target: `integrations/i${index}`,
        ...config,
      })),
    ),
    aws_apigatewayv2_integration: named(
      endpoints.map(({ integration }, index) => ({
        api_id: "abc123",
        id: `i${index}`,
        integration_type: "AWS_PROXY",
        integration_uri: invokeArn("echo"),
        payload_format_version: "2.0",
        ...integration,
      })),
    ),
    aws_apigatewayv2_stage: {
      default: { api_id: "abc123", name: "$default" },
      dev: { api_id: "abc123", name: "dev", stage_variables: { table: "t" } },
    },
    ...more,
  };
}
