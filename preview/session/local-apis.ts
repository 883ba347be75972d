import {
  type Block,
  blocks,
  type Json,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";

/** An API's host, which gets a local address of its own beside the distribution. */
export interface ApiHost {
  /** Such as `a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com`, or a custom domain name. */
  readonly host: string;
  /** Terraform address of the API or of the custom domain name. */
  readonly address: string;
  /** Paths that lead to a stage: `/prod`, a base path, or `/`. */
  readonly paths: readonly string[];
}

/** Every host of the stack's REST and HTTP APIs, and their custom domain names. */
export function apiHosts(stack: SynthesizedStack, region: string): ApiHost[] {
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const apis = ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"].flatMap((type) =>
    resourcesOfType(stack, type).map(({ address, config }) => ({
      host: `${text(config.id)}.execute-api.${region}.${suffix}`,
      address,
      paths: pathsOf(stack, text(config.id)),
    })),
  );
  const domains = ["aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name"].flatMap((type) =>
    resourcesOfType(stack, type).map(({ address, config }) => ({
      host: text(config.domain_name),
      address,
      paths: basePathsOf(stack, text(config.domain_name)),
    })),
  );
  return [...apis, ...domains].filter(({ host }) => /^[a-z0-9.-]+$/i.test(host));
}

function pathsOf(stack: SynthesizedStack, id: string): string[] {
  const stages = [
    ...configs(stack, "aws_api_gateway_stage").filter((one) => one.rest_api_id === id),
    ...configs(stack, "aws_apigatewayv2_stage").filter((one) => one.api_id === id),
  ].map((one) => text(one.stage_name ?? one.name));
  // The first versions of the provider let a deployment make the stage.
  const deployed = configs(stack, "aws_api_gateway_deployment")
    .filter((one) => one.rest_api_id === id && text(one.stage_name) !== "")
    .map((one) => text(one.stage_name));
  return [...new Set([...stages, ...deployed])].map((name) =>
    name === "$default" ? "/" : `/${name}`,
  );
}

function basePathsOf(stack: SynthesizedStack, domain: string): string[] {
  return [
    ...configs(stack, "aws_api_gateway_base_path_mapping"),
    ...configs(stack, "aws_apigatewayv2_api_mapping"),
  ]
    .filter((one) => one.domain_name === domain)
    .map((one) => `/${text(one.base_path ?? one.api_mapping_key)}`);
}

function configs(stack: SynthesizedStack, type: string): Block[] {
  return resourcesOfType(stack, type).map(({ config }) => config);
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

const OBJECT_TYPES = ["aws_s3_object", "aws_s3_bucket_object"] as const;

/**
 * The stack with the APIs' addresses in the objects that it writes itself (`content`) replaced by
 * the local ones, so that a page which reads them from there calls the local API. Files stay as
 * they are.
 *
 * @param urls local URL by host, without a slash at the end
 */
export function withLocalUrls(
  stack: SynthesizedStack,
  urls: ReadonlyMap<string, string>,
): { readonly stack: SynthesizedStack; readonly changed: readonly string[] } {
  const changed: string[] = [];
  const rewrite = (address: string, config: Block): Block => {
    const content = config.content;
    if (typeof content !== "string") return config;
    const local = withLocalText(content, urls);
    if (local === content) return config;
    changed.push(address);
    return { ...config, content: local };
  };
  const types = OBJECT_TYPES.filter((type) => stack.resource?.[type] !== undefined);
  const resource = Object.fromEntries(
    types.map((type) => [
      type,
      Object.fromEntries(
        Object.entries(stack.resource?.[type] ?? {}).map(([name, block]) => [
          name,
          blocks(block).map((one) => rewrite(`${type}.${name}`, one))[0] ?? block,
        ]),
      ),
    ]),
  );
  return { stack: { ...stack, resource: { ...stack.resource, ...resource } }, changed };
}

function withLocalText(content: string, urls: ReadonlyMap<string, string>): string {
  return content.replace(/https:\/\/([a-z0-9.-]+)/gi, (found, host: string) => {
    return urls.get(host.toLowerCase()) ?? found;
  });
}
