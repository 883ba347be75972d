// HTTP and WebSocket APIs (v2).
import { executeApiHost, gatewayArn, regionalDomainName } from "./api-gateway";
import { arn } from "./arn";
import {
  type ComputedAttributes,
  type ComputedTypes,
  type ResourceView,
  textOf,
} from "./resource-view";
import { stableId } from "./stable-id";

const shortId = ({ address }: ResourceView) => stableId(address, 7);

const api: ComputedAttributes = {
  api_endpoint: (one) =>
    `${isWebSocket(one) ? "wss" : "https"}://${executeApiHost(one.text("id") ?? "", one.region)}`,
  arn: (one) => gatewayArn(one, `/apis/${one.text("api_id") ?? one.text("id")}`),
  execution_arn: (one) => arn(one, "execute-api", one.text("api_id") ?? one.text("id") ?? ""),
};

export const apiGatewayV2Types: ComputedTypes = {
  aws_apigatewayv2_api: { ...api, id: ({ address }) => stableId(address, 10) },
  "data.aws_apigatewayv2_api": {
    ...api,
    id: textOf("api_id"),
    api_endpoint: (one) => `https://${executeApiHost(one.text("api_id") ?? "", one.region)}`,
  },
  aws_apigatewayv2_api_mapping: { id: shortId },
  aws_apigatewayv2_authorizer: { id: shortId },
  aws_apigatewayv2_deployment: { id: shortId, auto_deployed: () => false },
  aws_apigatewayv2_domain_name: {
    id: textOf("domain_name"),
    api_mapping_selection_expression: () => "$request.basepath",
    arn: (one) => gatewayArn(one, `/domainnames/${one.text("domain_name")}`),
    "domain_name_configuration.hosted_zone_id": ({ region }) =>
      `Z${stableId(`execute-api ${region}`, 13).toUpperCase()}`,
    "domain_name_configuration.target_domain_name": regionalDomainName,
  },
  aws_apigatewayv2_integration: { id: shortId },
  aws_apigatewayv2_route: { id: shortId },
  aws_apigatewayv2_stage: {
    id: textOf("name"),
    arn: (stage) => gatewayArn(stage, `/apis/${stage.text("api_id")}/stages/${stage.text("name")}`),
    execution_arn: (stage) =>
      arn(stage, "execute-api", `${stage.text("api_id")}/${stage.text("name")}`),
    invoke_url: invokeUrl,
  },
  aws_apigatewayv2_vpc_link: { id: shortId },
};

/** The default stage has a URL of its own, which ends with a slash. */
function invokeUrl(stage: ResourceView): string {
  const id = stage.text("api_id") ?? "";
  const owner = stage.all("aws_apigatewayv2_api").find((one) => one.text("id") === id);
  const scheme = owner !== undefined && isWebSocket(owner) ? "wss" : "https";
  const name = stage.text("name");
  return `${scheme}://${executeApiHost(id, stage.region)}/${name === "$default" ? "" : name}`;
}

function isWebSocket(api: ResourceView): boolean {
  return api.text("protocol_type") === "WEBSOCKET";
}
