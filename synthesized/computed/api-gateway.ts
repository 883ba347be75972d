// REST APIs (v1) and their custom domain names.
import { arn } from "./arn";
import { dnsSuffixOf } from "./partition";
import {
  type ComputedAttributes,
  type ComputedTypes,
  type ResourceView,
  textOf,
} from "./resource-view";
import { stableHex, stableId } from "./stable-id";

const shortId = ({ address }: ResourceView) => stableId(address, 6);
// API Gateway's own distributions and load balancers have these zones.
const EDGE_ZONE_ID = "Z2FDTNDATAQYW2";

const restApi: ComputedAttributes = {
  arn: (api) => gatewayArn(api, `/restapis/${api.text("id")}`),
  created_date: () => "1970-01-01T00:00:00Z",
  execution_arn: (api) => arn(api, "execute-api", api.text("id") ?? ""),
  root_resource_id: (api) => stableId(`root of ${api.text("id")}`, 10),
};

const domainName: ComputedAttributes = {
  id: textOf("domain_name"),
  arn: (domain) => gatewayArn(domain, `/domainnames/${domain.text("domain_name")}`),
  cloudfront_domain_name: ({ address }) => `d${stableId(address, 13)}.cloudfront.net`,
  cloudfront_zone_id: () => EDGE_ZONE_ID,
  regional_domain_name: regionalDomainName,
  regional_zone_id: ({ region }) => `Z${stableId(`execute-api ${region}`, 13).toUpperCase()}`,
};

export const apiGatewayTypes: ComputedTypes = {
  aws_api_gateway_rest_api: { ...restApi, id: ({ address }) => stableId(address, 10) },
  "data.aws_api_gateway_rest_api": { ...restApi, id: idByName },
  aws_api_gateway_resource: { id: shortId, path: resourcePath },
  aws_api_gateway_method: {
    id: (method) =>
      `agm-${method.text("rest_api_id")}-${method.text("resource_id")}-${method.text("http_method")}`,
  },
  aws_api_gateway_integration: {
    id: (one) =>
      `agi-${one.text("rest_api_id")}-${one.text("resource_id")}-${one.text("http_method")}`,
  },
  aws_api_gateway_authorizer: {
    id: shortId,
    arn: (one) =>
      gatewayArn(one, `/restapis/${one.text("rest_api_id")}/authorizers/${one.text("id")}`),
  },
  aws_api_gateway_deployment: {
    id: shortId,
    created_date: () => "1970-01-01T00:00:00Z",
    // Provider 5 has these on deployments that name a stage.
    execution_arn: (one) => stageExecutionArn(one),
    invoke_url: (one) => stageUrl(one),
  },
  aws_api_gateway_stage: {
    id: (stage) => `ags-${stage.text("rest_api_id")}-${stage.text("stage_name")}`,
    arn: (stage) =>
      gatewayArn(
        stage,
        `/restapis/${stage.text("rest_api_id")}/stages/${stage.text("stage_name")}`,
      ),
    execution_arn: stageExecutionArn,
    invoke_url: stageUrl,
  },
  aws_api_gateway_domain_name: domainName,
  "data.aws_api_gateway_domain_name": domainName,
  aws_api_gateway_base_path_mapping: {
    id: (mapping) => `${mapping.text("domain_name")}/${mapping.text("base_path") ?? ""}`,
  },
  aws_api_gateway_account: { id: () => "api-gateway-account" },
  aws_api_gateway_api_key: { id: shortId, value: ({ address }) => stableHex(address, 40) },
  aws_api_gateway_usage_plan: { id: shortId },
  aws_api_gateway_vpc_link: { id: shortId },
};

/** The host of an API's default endpoint. */
export function executeApiHost(apiId: string, region: string): string {
  return `${apiId}.execute-api.${region}.${dnsSuffixOf(region)}`;
}

/** The ARN of a part of an API Gateway, which belongs to a region but names no account. */
export function gatewayArn({ partition, region }: ResourceView, path: string): string {
  return `arn:${partition}:apigateway:${region}::${path}`;
}

/** The regional target of a custom domain name. */
export function regionalDomainName({ address, region }: ResourceView): string {
  return `d-${stableId(`regional ${address}`, 10)}.execute-api.${region}.${dnsSuffixOf(region)}`;
}

function stageUrl(stage: ResourceView): string {
  const host = executeApiHost(stage.text("rest_api_id") ?? "", stage.region);
  return `https://${host}/${stage.text("stage_name") ?? ""}`;
}

function stageExecutionArn(stage: ResourceView): string {
  return arn(
    stage,
    "execute-api",
    `${stage.text("rest_api_id")}/${stage.text("stage_name") ?? ""}`,
  );
}

function resourcePath(resource: ResourceView): string {
  const parent = resource
    .all("aws_api_gateway_resource")
    .find((other) => other.text("id") === resource.text("parent_id"));
  return `${parent?.text("path") ?? ""}/${resource.text("path_part") ?? ""}`;
}

function idByName(api: ResourceView): string {
  const own = api
    .all("aws_api_gateway_rest_api")
    .find((other) => other.text("name") === api.text("name"));
  return own?.text("id") ?? stableId(api.address, 10);
}
